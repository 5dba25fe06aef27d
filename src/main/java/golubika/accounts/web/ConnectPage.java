package golubika.accounts.web;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.site.FieldErrors;
import golubika.suppliers.Supplier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// «Подключение ЛС»: the suppliers to choose from, the number as typed, the accounts connected so far.
///
/// @param query    what the suppliers were searched for
/// @param found    the suppliers that the search, or a bill's code, left
/// @param total    how many there are in all
/// @param chosen   the supplier that is ticked
/// @param number   the account number as the person typed it
/// @param existing the account that the number belongs to, when it is connected already
/// @param scanned  what became of a bill's code; null when none was read
/// @param renaming the account whose new name was refused
/// @param done     a sentence about what has just been changed
public record ConnectPage(
        String query,
        List<Supplier> found,
        int total,
        @Nullable Supplier chosen,
        String number,
        FieldErrors errors,
        @Nullable Link existing,
        List<Link> current,
        @Nullable Scanned scanned,
        @Nullable Renaming renaming,
        @Nullable String done) {

    /// @param sentence for the person
    /// @param helped   whether the form was filled in by it
    public record Scanned(String sentence, boolean helped) {}

    /// @param typed    the name as typed
    /// @param sentence what is wrong with it
    public record Renaming(AccountId account, String typed, String sentence) {}

    ConnectPage refused(FieldErrors wrong, @Nullable Link connected) {
        return new ConnectPage(query, found, total, chosen, number, wrong, connected, current, scanned, renaming, done);
    }

    ConnectPage after(Scanned scan, List<Supplier> fitting) {
        return new ConnectPage(query, fitting, total, chosen, number, errors, existing, current, scan, renaming, done);
    }

    ConnectPage refused(Renaming name) {
        return new ConnectPage(query, found, total, chosen, number, errors, existing, current, scanned, name, done);
    }

    ConnectPage done(@Nullable String sentence) {
        return new ConnectPage(
                query, found, total, chosen, number, errors, existing, current, scanned, renaming, sentence);
    }

    public boolean isChosen(Supplier supplier) {
        return chosen != null && chosen.code().equals(supplier.code());
    }

    /// The suppliers to show: the found ones, and the chosen one even when the search would leave it out.
    public List<Supplier> listed() {
        if (chosen == null || found.contains(chosen)) {
            return found;
        }
        return Stream.concat(Stream.of(chosen), found.stream()).toList();
    }

    public @Nullable Renaming renaming(Link link) {
        return renaming != null && renaming.account().equals(link.account()) ? renaming : null;
    }

    public boolean isFirst(Link link) {
        return current.getFirst().equals(link);
    }

    public boolean isLast(Link link) {
        return current.getLast().equals(link);
    }
}
