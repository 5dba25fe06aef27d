package golubika.subscribers.web;

import golubika.subscribers.Registrations;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/// The cookie of the browser that registered. Who opens the letter in it confirms with one button.
final class OwnAttempt {

    static final String COOKIE = "golubika-attempt";

    private OwnAttempt() {}

    /// @param secret empty to forget it
    static String cookie(String secret, boolean secure) {
        return ResponseCookie.from(COOKIE, secret)
                .path("/confirm")
                .httpOnly(true)
                .sameSite("Lax") // the link comes from a mail program, which is another site
                .secure(secure)
                .maxAge(secret.isEmpty() ? Duration.ZERO : Duration.ofDays(Registrations.DAYS))
                .build()
                .toString();
    }
}
