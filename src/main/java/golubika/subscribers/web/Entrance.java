package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Proof;
import golubika.subscribers.SessionDevices;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
    private final SessionDevices devices;

    Entrance(CsrfTokenRepository forms, Arrivals arrivals, SessionDevices devices) {
        this.forms = forms;
        this.arrivals = arrivals;
        this.devices = devices;
    }

    /// Lets somebody in who has just proved who they are: always a new session with a new id, and new tokens in forms.
    ///
    /// @return false when what they have shown lets nobody in any longer
    boolean letIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Subscriber subscriber,
            Standing standing,
            Arrivals.Way way,
            Proof proof) {
        var former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        var secrets = DeviceCookie.secrets(request);
        // The session is stored first, so that whoever ends all of the person's meanwhile finds it.
        note(request, response, new SignedIn(subscriber, standing));
        var inside = false;
        try {
            var session = request.getSession().getId();
            var arrival = new Arrivals.Arrival(way, proof, session, Caller.of(request), secrets);
            if (arrivals.welcome(subscriber, standing, arrival) instanceof Arrivals.Outcome.Inside(var fresh)) {
                keep(request, response, fresh, secrets);
                forms.saveToken(null, request, response);
                inside = true;
            }
        } finally {
            if (!inside) {
                end(request);
            }
        }
        return inside;
    }

    /// The person of this session has confirmed the cabinet elsewhere, so this browser is in as well.
    void confirmedElsewhere(HttpServletRequest request, HttpServletResponse response, SubscriberId subscriber) {
        var secrets = DeviceCookie.secrets(request);
        var session = request.getSession().getId();
        keep(request, response, arrivals.confirmedElsewhere(subscriber, session, secrets), secrets);
    }

    /// The session goes on under another id; its device stays the one that it was begun on.
    void renew(HttpServletRequest request, SubscriberId subscriber) {
        var former = request.getSession().getId();
        devices.renamed(subscriber, former, request.changeSessionId());
    }

    private static void keep(
            HttpServletRequest request, HttpServletResponse response, Optional<String> fresh, List<String> secrets) {
        var kept = fresh.map(secret -> DeviceCookie.with(secret, secrets)).orElse(secrets);
        if (!kept.isEmpty()) {
            response.addHeader("Set-Cookie", DeviceCookie.of(kept, request.isSecure()));
        }
    }

    void note(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        var context = new SecurityContextImpl(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /// Ends what goes on.
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
