package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Remembers whether a person wants the pages light, dark or as the device has it.
@Controller
class ThemeController {

    @PostMapping("/theme")
    String choose(
            @RequestParam String theme,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String cameFrom,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = Frames.THEMES.contains(theme) ? theme : "auto";
        var cookie = ResponseCookie.from(Frames.THEME, chosen)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + ownPath(cameFrom);
    }

    private static String ownPath(@Nullable String address) {
        if (address == null) {
            return "/";
        }
        try {
            var page = URI.create(address);
            var path = page.getRawPath();
            var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return OwnPath.of(path + query).value();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
