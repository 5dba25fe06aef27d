package golubika.subscribers.web;

import golubika.subscribers.Login;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The contacts in the profile of page 13.
///
/// @param login  the one that «Логин» names
/// @param other  of the other kind; null when there is none
/// @param wanted waits to be confirmed; null when nothing does
/// @param pause  until the next message to the wanted one, `0:57`; empty when it may go
/// @param phones whether this installation takes phones
public record ContactsPart(
        Login login, @Nullable Login other, @Nullable Login wanted, String pause, boolean phones) {

    /// @param name    key of its label
    /// @param contact null when there is none
    public record Line(String name, @Nullable Login contact) {

        public boolean isPhone() {
            return contact != null && contact.isPhone();
        }
    }

    /// The contact beside the login, of the other kind; none where the installation takes no phones.
    public List<Line> beside() {
        return switch (login.kind()) {
            case PHONE -> List.of(new Line("subscribers.settings.mail", other));
            case MAIL -> phones || other != null ? List.of(new Line("subscribers.settings.phone", other)) : List.of();
        };
    }

    /// The e-mail, where there is one.
    public @Nullable Login mail() {
        return login.isPhone() ? other : login;
    }

    /// The wanted contact as people read it.
    public String printedWanted() {
        return wanted == null ? "" : wanted.printed();
    }
}
