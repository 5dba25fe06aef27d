package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;

/// A part of the portal with sessions of its own, in a cookie of its own: whoever is signed in elsewhere is nobody
/// here, and the other way round. A bean of each such part.
///
/// @param path   of its first page; all others lie below
/// @param cookie name of the cookie, which the browser sends to this part alone
public record SessionRealm(String path, String cookie) {

    public SessionRealm {
        if (!path.matches("(/[a-z]+)+")) {
            throw new IllegalArgumentException("not a part of the portal: " + path);
        }
    }

    /// The one that a request belongs to, also while its error is being told.
    static Optional<SessionRealm> of(Collection<SessionRealm> realms, HttpServletRequest request) {
        var address = SessionCookies.address(request);
        return realms.stream().filter(realm -> realm.holds(address)).findFirst();
    }

    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + '/');
    }
}
