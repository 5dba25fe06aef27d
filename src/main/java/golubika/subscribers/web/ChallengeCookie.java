package golubika.subscribers.web;

import golubika.subscribers.passkeys.Question;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/// The question that an authenticator is asked, as an answer to a script: its options for the browser's own means, and
/// a cookie that binds it to this browser.
final class ChallengeCookie {

    static final String NAME = "golubika-passkey";

    private static final Duration KEPT = Duration.ofMinutes(5);

    private ChallengeCookie() {}

    /// @param path of the forms that bring the answer
    static ResponseEntity<String> asked(Question question, String path, boolean secure) {
        var cookie = ResponseCookie.from(NAME, question.carried())
                .path(path)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .maxAge(KEPT)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(question.options());
    }
}
