package golubika.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// An invitation that the browser keeps while its owner registers, confirms and signs: by then the letter is forgotten.
///
/// @param token the secret of its link
public record KeptInvitation(AccountId account, String token) {

    public static final String COOKIE = "golubika-invitation";

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})/([A-Za-z0-9_-]{16,64})");

    /// What a browser has kept; empty for anything that is no such thing.
    public static Optional<KeptInvitation> read(@Nullable String cookie) {
        var parts = FORM.matcher(cookie == null ? "" : cookie);
        return parts.matches()
                ? Optional.of(new KeptInvitation(AccountId.from(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    public String path() {
        return "/invitations/" + account + "/" + token;
    }

    public String cookie(boolean secure) {
        return cookie(account + "/" + token, Invitations.GOOD_FOR, secure);
    }

    public static String none(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static String cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .maxAge(age)
                .build()
                .toString();
    }

    @Override
    public String toString() {
        return "KeptInvitation";
    }
}
