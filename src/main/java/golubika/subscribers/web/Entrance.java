package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Begins sessions, and notes in them how far a person has come.
@Component
class Entrance {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository forms;
    private final Arrivals arrivals;

    Entrance(CsrfTokenRepository forms, Arrivals arrivals) {
        this.forms = forms;
        this.arrivals = arrivals;
    }

    /// Lets somebody in who has just proved who they are: always a new session with a new id, and new tokens in forms.
    void letIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Subscriber subscriber,
            Standing standing,
            Arrivals.Way way) {
        var former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        var secrets = DeviceCookie.secrets(request);
        var arrival = new Arrivals.Arrival(way, request.getSession().getId(), Caller.of(request), secrets);
        var kept = arrivals.welcome(subscriber, standing, arrival)
                .map(fresh -> DeviceCookie.with(fresh, secrets))
                .orElse(secrets);
        if (!kept.isEmpty()) {
            response.addHeader("Set-Cookie", DeviceCookie.of(kept, request.isSecure()));
        }
        note(request, response, new SignedIn(subscriber, standing));
        forms.saveToken(null, request, response);
    }

    void note(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        var context = new SecurityContextImpl(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /// Ends what goes on: the cabinet has been deleted meanwhile.
    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /// Who is asking, however far they have come; nobody for a guest.
    static @Nullable SignedIn current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn ? signedIn : null;
    }

    /// The one page that waits for somebody.
    static String next(Standing standing) {
        return switch (standing) {
            case UNCONFIRMED -> "/confirm";
            case UNSIGNED -> "/consent";
            case INSIDE -> "/";
        };
    }
}
