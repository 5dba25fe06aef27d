package golubika.subscribers.web;

import golubika.subscribers.Login;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// Where the letter about a forgotten password went. It travels in a cookie, since a guest has no session; whoever
/// changed the cookie would deceive only themselves.
record RecoveryAsked(Login login) {

    static final String COOKIE = "golubika-recovery";

    String cookie(boolean secure) {
        return ResponseCookie.from(
                        COOKIE,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(login.value().getBytes(StandardCharsets.UTF_8)))
                .path("/recover")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .maxAge(Duration.ofHours(1))
                .build()
                .toString();
    }

    static Optional<RecoveryAsked> read(@Nullable String cookie) {
        try {
            return Optional.ofNullable(cookie)
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .flatMap(text -> Login.read(text) instanceof Login.Reading.Good(var login)
                            ? Optional.of(new RecoveryAsked(login))
                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
