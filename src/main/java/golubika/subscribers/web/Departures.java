package golubika.subscribers.web;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.subscribers.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Notes who signs out. An unconfirmed cabinet may be gone already, and has no trail that anybody could read.
@Component
class Departures implements LogoutHandler {

    private final AuditTrail trail;

    Departures(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof SignedIn signedIn && signedIn.standing() != Standing.UNCONFIRMED) {
            trail.note(signedIn.subscriber().id().value(), "subscribers.audit.sign-out", Caller.of(request));
        }
    }
}
