package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Remembers whether a person wants the pages light, dark or as the device has it. A [SessionRealm] has `/theme` below
/// its own path.
@Controller
public class ThemeController {

    @PostMapping("/theme")
    public String choose(@RequestParam String theme, HttpServletRequest request, HttpServletResponse response) {
        var chosen = Frames.THEMES.contains(theme) ? theme : "auto";
        var cookie = ResponseCookie.from(Frames.THEME, chosen)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + OwnPath.before(request);
    }
}
