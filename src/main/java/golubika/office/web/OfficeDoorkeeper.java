package golubika.office.web;

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

/// Shows staff the way to the page that they need: sign-in, or a password of their own.
class OfficeDoorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var ended = "GET".equals(request.getMethod()) ? "" : "?ended";
        response.sendRedirect("/office/login" + ended + back(request.getRequestURI(), ended));
    }

    // To whose page they wanted to go on: the address of each form leads to its own when it is opened.
    private static String back(String address, String ended) {
        return address.equals(OfficeLoginController.QUEUE)
                ? ""
                : (ended.isEmpty() ? "?to=" : "&to=") + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var staff = OfficeEntrance.current();
        if (staff == null || !staff.onceOnly() || why instanceof CsrfException) {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, why); // tells the error page what to say
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.sendRedirect("/office/password");
        }
    }
}
