package golubika.accounts.web;

import golubika.accounts.Link;
import golubika.site.FieldErrors;
import golubika.suppliers.Supplier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// «Подключение ЛС»: the suppliers to choose from, the number as typed, the accounts connected so far.
///
/// @param query    what the suppliers were searched for
/// @param found    the suppliers that the search left
/// @param total    how many there are in all
/// @param chosen   the supplier that is ticked
/// @param number   the account number as the person typed it
/// @param existing the account that the number belongs to, when it is connected already
public record ConnectPage(
        String query,
        List<Supplier> found,
        int total,
        @Nullable Supplier chosen,
        String number,
        FieldErrors errors,
        @Nullable Link existing,
        List<Link> current) {

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
}
