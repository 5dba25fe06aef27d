package golubika.office.web;

import golubika.office.Staff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// Begins and ends the sessions of staff. They lie under a name of their own, so that not even the same id would let a
/// subscriber's session into the office or staff into a cabinet.
@Component
class OfficeEntrance {

    /// A desk that is left stays open no longer.
    static final Duration IDLE = Duration.ofMinutes(30);

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final CookieCsrfTokenRepository forms = new CookieCsrfTokenRepository();

    OfficeEntrance() {
        sessions.setSpringSecurityContextKey("GOLUBIKA_OFFICE");
        forms.setCookieName("golubika-office-forms");
        forms.setCookiePath("/office");
        forms.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    }

    SecurityContextRepository sessions() {
        return sessions;
    }

    /// Who comes into a cabinet in the same browser, or leaves it, spoils no form that is open here.
    CsrfTokenRepository forms() {
        return forms;
    }

    /// Always a new session, and new tokens in forms.
    void letIn(HttpServletRequest request, HttpServletResponse response, Staff staff) {
        end(request);
        var session = request.getSession();
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, staff.getName());
        var context = new SecurityContextImpl(new AtWork(staff));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        forms.saveToken(null, request, response);
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    static @Nullable Staff current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AtWork atWork ? atWork.staff() : null;
    }
}
