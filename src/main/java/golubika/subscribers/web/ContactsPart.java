package golubika.subscribers.web;

import golubika.subscribers.Login;
import java.util.ArrayList;
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

    /// What can be reached how, e-mail first.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("subscribers.settings.mail", contact(Login.Kind.MAIL)));
        if (phones || contact(Login.Kind.PHONE) != null) {
            lines.add(new Line("subscribers.settings.phone", contact(Login.Kind.PHONE)));
        }
        return lines;
    }

    /// The wanted contact as people read it.
    public String printedWanted() {
        return wanted == null ? "" : wanted.printed();
    }

    private @Nullable Login contact(Login.Kind kind) {
        return login.kind() == kind ? login : other;
    }
}
