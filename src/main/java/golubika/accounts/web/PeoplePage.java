package golubika.accounts.web;

import golubika.accounts.Link;
import golubika.site.FieldErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// «Кто подключён»: everybody who sees the account, and the invitations that wait.
///
/// @param count «Сейчас четверо»
/// @param more  how many people are not shown; null when all are
/// @param done  a sentence about what has just been changed
public record PeoplePage(
        Link link,
        String count,
        List<Person> people,
        @Nullable String more,
        List<Waiting> waiting,
        Form form,
        @Nullable String done) {

    /// @param name    their name, or the login as others may see it
    /// @param about   since when and how
    /// @param kind    what may be done with their access
    public record Person(UUID id, String name, String about, Kind kind, Can can) {}

    /// How somebody has come to the account.
    public enum Kind {
        SELF,
        OWNER,
        INVITED,
        BASIC
    }

    /// What somebody may do beside looking.
    public record Can(boolean readings, boolean payment) {}

    /// @param contact where the invitation went; masked for who has not typed it
    public record Waiting(UUID id, String contact, boolean phone, String about, Can can) {}

    /// The invitation as typed.
    public record Form(String to, Can can, FieldErrors errors) {
        static final Form EMPTY = new Form("", new Can(true, false), FieldErrors.NONE);
    }
}
