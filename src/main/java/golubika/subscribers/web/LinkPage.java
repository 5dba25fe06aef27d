package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.Login;
import org.jspecify.annotations.Nullable;

/// Where the link of a message leads: a button, or that all is done, or what to do when the link is of no use.
///
/// @param kind  `open`, `confirmed` or `unusable`
/// @param login null when unusable
/// @param token of the link
/// @param asks  for the password
public record LinkPage(String kind, @Nullable Login login, String token, boolean asks, FieldErrors errors) {

    /// The login as people read it.
    public String printedLogin() {
        return login == null ? "" : login.printed();
    }

    /// Which words fit: `mail` or `phone`.
    public String contact() {
        return login != null && login.isPhone() ? "phone" : "mail";
    }
}
