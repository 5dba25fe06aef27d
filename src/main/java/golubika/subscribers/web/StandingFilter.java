package golubika.subscribers.web;

import golubika.subscribers.Consents;
import golubika.subscribers.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks the database about people who are not inside yet: the mailed link may have been followed on another device,
/// or the consent may have changed. Those inside cost no question.
class StandingFilter extends OncePerRequestFilter {

    private final Consents consents;
    private final Entrance entrance;

    StandingFilter(Consents consents, Entrance entrance) {
        this.consents = consents;
        this.entrance = entrance;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = Entrance.current();
        if (signedIn != null && signedIn.isOpen()) {
            var now = new SignedIn(
                    signedIn.subscriber(),
                    consents.standing(signedIn.subscriber().id()));
            if (signedIn.standing() == Standing.UNCONFIRMED && now.standing() != Standing.UNCONFIRMED) {
                entrance.confirmedElsewhere(
                        request, response, signedIn.subscriber().id());
            }
            if (!now.equals(signedIn)) {
                entrance.note(request, response, now);
            }
        }
        chain.doFilter(request, response);
    }
}
