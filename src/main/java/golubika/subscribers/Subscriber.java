package golubika.subscribers;

import java.io.Serializable;
import java.security.Principal;

/// The person who is signed in: the principal of the session. Controllers take it as
/// `@AuthenticationPrincipal Subscriber subscriber`; who is asking never comes from an address or a form.
///
/// @param login e-mail or phone that the person signs in with, as shown in «Настройки абонента»
public record Subscriber(SubscriberId id, String login) implements Principal, Serializable {

    /// The login as people read it: `+7 900 123-45-67`.
    public String printedLogin() {
        return Login.of(login).printed();
    }

    /// The name that the person's sessions are found by.
    @Override
    public String getName() {
        return id.toString();
    }
}
