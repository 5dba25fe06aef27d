package golubika.subscribers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie that makes a browser known to the people who come in with it: a secret for each of them, the latest
/// first. A secret of their own, so that who used a shared computer before cannot pass for them later.
final class DeviceCookie {

    static final String NAME = "golubika-device";

    // Whatever else stands there is not ours; sent back, it would break the answer.
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SEVERAL = Pattern.compile("\\.");
    private static final int PEOPLE = 5;
    private static final Duration KEPT = Duration.ofDays(365);

    private DeviceCookie() {}

    static List<String> secrets(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isEmpty()
                ? List.of()
                : SEVERAL.splitAsStream(cookie.getValue())
                        .filter(SECRET.asMatchPredicate())
                        .limit(PEOPLE)
                        .toList();
    }

    /// The cookie anew, for another year.
    ///
    /// @param secrets what the browser has brought, a fresh secret before it
    static String of(List<String> secrets, boolean secure) {
        return ResponseCookie.from(
                        NAME, String.join(".", secrets.stream().limit(PEOPLE).toList()))
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .maxAge(KEPT)
                .build()
                .toString();
    }

    static List<String> with(String fresh, List<String> secrets) {
        var all = new ArrayList<String>();
        all.add(fresh);
        all.addAll(secrets);
        return all;
    }
}
