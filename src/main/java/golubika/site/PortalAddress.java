package golubika.site;

import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where people reach the portal: what the links of letters begin with. `golubika.address` names it, such as
/// `https://lk.example.ru`; without it the portal knows only itself, on this machine.
@Component
public class PortalAddress {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+");

    private volatile String address;

    PortalAddress(@Value("${golubika.address:}") String configured) {
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
