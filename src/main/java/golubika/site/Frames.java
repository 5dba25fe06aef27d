package golubika.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Frames pages for whoever asks for them.
@Component
class Frames {

    static final String THEME = "theme";
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final Texts texts;
    private final Assets assets;
    private final List<SessionRealm> realms;

    Frames(Texts texts, Assets assets, List<SessionRealm> realms) {
        this.texts = texts;
        this.assets = assets;
        this.realms = List.copyOf(realms);
    }

    Frame of(HttpServletRequest request) {
        return new Frame(
                texts,
                assets,
                theme(WebUtils.getCookie(request, THEME)),
                csrf(request),
                request.isUserInRole("SUBSCRIBER"),
                request.getRequestURI(),
                SessionRealm.of(realms, request).map(SessionRealm::path).orElse(""));
    }

    private static String theme(@Nullable Cookie chosen) {
        return chosen != null && THEMES.contains(chosen.getValue()) ? chosen.getValue() : "auto";
    }

    private static @Nullable String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }
}
