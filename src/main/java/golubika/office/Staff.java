package golubika.office;

import golubika.suppliers.SupplierCode;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who answers households: the principal of a session of the office. Controllers take it as
/// `@AuthenticationPrincipal Staff staff`.
///
/// @param name       as colleagues know them, and the record of what was done
/// @param supplier   code of the one that they work for; null at the portal's own desk
/// @param passwordAt when the password was set: sessions begun with an earlier one have ended
/// @param onceOnly   the password is good for one thing, to choose another
public record Staff(String login, String name, @Nullable String supplier, Instant passwordAt, boolean onceOnly)
        implements Principal, Serializable {

    /// Empty at the portal's own desk.
    public Optional<SupplierCode> supplierCode() {
        return Optional.ofNullable(supplier).map(SupplierCode::new);
    }

    /// The name that their sessions are found by; no subscriber's begins like that.
    @Override
    public String getName() {
        return sessionName(login);
    }

    static String sessionName(String login) {
        return "staff:" + login;
    }
}
