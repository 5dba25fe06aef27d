package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookiesTest {

    @Test
    void the_settings_hold_for_the_portals_own_cookie_and_secure_for_all() {
        var server = new ServerProperties();
        var settings = server.getServlet().getSession().getCookie();
        settings.setName("golubika");
        settings.setSecure(true);
        settings.setDomain("example.com");
        settings.setMaxAge(Duration.ofHours(1));
        settings.setSameSite(SameSite.LAX);
        var cookies = new SessionCookies(server, List.of(new SessionRealm("/office", "golubika-office")));

        assertThat(cookie(cookies, "/settings"))
                .startsWith("golubika=")
                .contains("Secure", "Domain=example.com", "Max-Age=3600", "SameSite=Lax");
        assertThat(cookie(cookies, "/%6Fffice/log"))
                .startsWith("golubika-office=")
                .contains("Secure", "Path=/office", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain", "Max-Age");
    }

    private static String cookie(SessionCookies cookies, String address) {
        var response = new MockHttpServletResponse();
        cookies.setSessionId(new MockHttpServletRequest("GET", address), response, "berry");
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }
}
