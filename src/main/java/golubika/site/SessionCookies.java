package golubika.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/// Which cookie holds the session of a request: the portal's own, or that of a [SessionRealm].
@Component
class SessionCookies implements HttpSessionIdResolver {

    private final HttpSessionIdResolver portal;
    private final Map<SessionRealm, HttpSessionIdResolver> realms = new LinkedHashMap<>();

    /// @param server `server.servlet.session.cookie.*` hold for the portal's own cookie; `secure` for all
    SessionCookies(ServerProperties server, List<SessionRealm> parts) {
        var settings = server.getServlet().getSession().getCookie();
        portal = resolver(ofPortal(settings));
        parts.forEach(realm -> realms.put(realm, resolver(ofRealm(realm, settings))));
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
        return SessionRealm.of(realms.keySet(), request).map(realms::get).orElse(portal);
    }

    /// The address that was asked for, also while its error is being told. Decoded, as the rules of security read it:
    /// `/%6Fffice` is the office.
    static String address(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        try {
            return PathContainer.parsePath(asked).elements().stream()
                    .map(part -> part instanceof PathContainer.PathSegment named ? named.valueToMatch() : part.value())
                    .collect(Collectors.joining());
        } catch (IllegalArgumentException e) {
            return asked; // cannot be decoded, and so is no page
        }
    }

    private static DefaultCookieSerializer ofPortal(Cookie settings) {
        var cookie = new DefaultCookieSerializer();
        var given = PropertyMapper.get();
        given.from(settings::getName).to(cookie::setCookieName);
        given.from(settings::getDomain).to(cookie::setDomainName);
        given.from(settings::getPath).to(cookie::setCookiePath);
        given.from(settings::getHttpOnly).to(cookie::setUseHttpOnlyCookie);
        given.from(settings::getSecure).to(cookie::setUseSecureCookie);
        given.from(settings::getMaxAge)
                .as(Duration::toSeconds)
                .as(Math::toIntExact)
                .to(cookie::setCookieMaxAge);
        given.from(settings::getSameSite).as(Cookie.SameSite::attributeValue).to(cookie::setSameSite);
        given.from(settings::getPartitioned).to(cookie::setPartitioned);
        return cookie;
    }

    private static DefaultCookieSerializer ofRealm(SessionRealm realm, Cookie settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(realm.cookie());
        cookie.setCookiePath(realm.path());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        PropertyMapper.get().from(settings::getSecure).to(cookie::setUseSecureCookie);
        return cookie;
    }

    private static HttpSessionIdResolver resolver(CookieSerializer cookie) {
        var ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        return ids;
    }
}
