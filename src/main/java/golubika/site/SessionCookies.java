package golubika.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/// Which cookie holds the session of a request: the portal's own, or that of a [SessionRealm].
@Component
class SessionCookies implements HttpSessionIdResolver {

    private final HttpSessionIdResolver portal;
    private final Map<SessionRealm, HttpSessionIdResolver> realms = new LinkedHashMap<>();

    SessionCookies(
            @Value("${server.servlet.session.cookie.name}") String name,
            @Value("${server.servlet.session.cookie.same-site}") String sameSite,
            List<SessionRealm> parts) {
        portal = cookie(name, "/", sameSite);
        parts.forEach(realm -> realms.put(realm, cookie(realm.cookie(), realm.path(), "Strict")));
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return of(request).resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String session) {
        of(request).setSessionId(request, response, session);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        of(request).expireSession(request, response);
    }

    private HttpSessionIdResolver of(HttpServletRequest request) {
        var address = address(request);
        return realms.entrySet().stream()
                .filter(realm -> realm.getKey().holds(address))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(portal);
    }

    /// The address that was asked for, also while its error is being told.
    static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static HttpSessionIdResolver cookie(String name, String path, String sameSite) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath(path);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(sameSite);
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        return ids;
    }
}
