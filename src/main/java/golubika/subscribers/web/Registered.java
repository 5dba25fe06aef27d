package golubika.subscribers.web;

import golubika.site.Format;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// What the page after registering says. It travels in a cookie, since a guest has no session; whoever changed
/// the cookie would deceive only themselves.
record Registered(String login, LocalDate lastDay) {

    static final String COOKIE = "golubika-registered";

    String cookie(boolean secure) {
        var text = lastDay + " " + login;
        return ResponseCookie.from(
                        COOKIE,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .path("/register")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .maxAge(Duration.ofHours(1))
                .build()
                .toString();
    }

    static Optional<Registered> read(@Nullable String cookie) {
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            var space = text.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new Registered(text.substring(space + 1), LocalDate.parse(text.substring(0, space))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    RegisteredPage page() {
        return new RegisteredPage(login, Format.numericDate(lastDay));
    }
}
