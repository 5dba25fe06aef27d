package golubika.subscribers.web;

import golubika.site.OwnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Shows people who may not see a page the way to the one they need: sign-in, the mailed link, or the consent.
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if ("GET".equals(request.getMethod())) {
            lead(request, response, signIn("/login?next=", OwnPath.of(pathAndQuery(request)), "/login"));
        } else {
            lead(request, response, signIn("/login?ended&next=", OwnPath.before(request), "/login?ended"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var signedIn = Entrance.current();
        if (signedIn == null || !signedIn.getAuthorities().isEmpty() || why instanceof CsrfException) {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, why); // tells the error page what to say
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            lead(request, response, Entrance.next(signedIn.standing()));
        }
    }

    private static String signIn(String withNext, OwnPath next, String withoutNext) {
        return next.equals(OwnPath.HOME)
                ? withoutNext
                : withNext + URLEncoder.encode(next.value(), StandardCharsets.UTF_8);
    }

    /// htmx would put the other page into a corner of this one, so it is told to go there.
    private static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(path);
        }
    }

    private static String pathAndQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }
}
