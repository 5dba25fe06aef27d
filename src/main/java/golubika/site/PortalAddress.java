package golubika.site;

import java.util.regex.Pattern;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Where people reach the portal: what the links of letters begin with. `golubika.address` names it, such as
/// `https://lk.example.ru`; without it the portal knows only itself, on this machine, which is enough for a demo alone.
@Component
public class PortalAddress {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+");

    private volatile String address;

    PortalAddress(Environment settings) {
        var configured = settings.getProperty("golubika.address", "");
        if (configured.isEmpty()
                && StringUtils.hasText(settings.getProperty("spring.datasource.url"))
                && !settings.getProperty("golubika.demo", Boolean.class, false)) {
            throw new IllegalStateException(
                    "golubika.address is not set: beside a database of your own the portal needs"
                            + " in GOLUBIKA_ADDRESS where people reach it, for the links in letters and the way back from"
                            + " paying; for example: https://lk.example.ru");
        }
        if (!configured.isEmpty() && !ADDRESS.matcher(configured).matches()) {
            throw new IllegalArgumentException(
                    "golubika.address: expected such as https://lk.example.ru, without a path: " + configured);
        }
        address = configured;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (address.isEmpty() && event.getApplicationContext().getServerNamespace() == null) {
            address = "http://localhost:" + event.getWebServer().getPort();
        }
    }

    /// The whole address of a page.
    ///
    /// @param path begins with a slash
    public String of(String path) {
        return address + path;
    }
}
