package golubika.support.web;

import golubika.support.SendRequest.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// What the page after a guest's request says. It travels in a cookie, since a guest has no session; whoever changed
/// the cookie would deceive only themselves.
public record SentByGuest(String number, String mail) {

    static final String COOKIE = "golubika-sent";

    static SentByGuest of(Sent sent) {
        return new SentByGuest(sent.id().toString(), Objects.requireNonNullElse(sent.mail(), ""));
    }

    String cookie(boolean secure) {
        var text = number + " " + mail;
        return ResponseCookie.from(
                        COOKIE,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .path("/support")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .maxAge(Duration.ofHours(1))
                .build()
                .toString();
    }

    static Optional<SentByGuest> read(@Nullable String cookie) {
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            var space = text.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new SentByGuest(text.substring(0, space), text.substring(space + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
