package golubika.site;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Where people reach the portal: what the links of letters begin with. `golubika.address` names it, such as
/// `https://lk.example.ru`; without it the portal knows only itself, on this machine, which is enough for a demo alone.
/// A name in Cyrillic becomes the one that stands in the DNS (RFC 3490), as browsers and mail programs have it.
@Component
public class PortalAddress {

    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?#@:\\s]+|\\[[^/?#@\\s]+])(?::(\\d{1,5}))?");

    private volatile String address;
    private volatile String host;

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
        address = configured.isEmpty() ? "" : origin(configured);
        host = configured.isEmpty() ? "" : URI.create(address).getHost();
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (address.isEmpty() && event.getApplicationContext().getServerNamespace() == null) {
            host = "localhost";
            address = "http://localhost:" + event.getWebServer().getPort();
        }
    }

    /// The whole address of a page.
    ///
    /// @param path begins with a slash
    public String of(String path) {
        return address + path;
    }

    /// Where pages of the portal come from, as a browser names it: scheme, host and port, without a slash.
    public String origin() {
        return address;
    }

    /// The host alone, without a port.
    public String host() {
        return host;
    }

    private static String origin(String configured) {
        var parts = ADDRESS.matcher(configured);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "golubika.address: expected such as https://lk.example.ru, without a path: " + configured);
        }
        var scheme = parts.group(1);
        var port = parts.group(3);
        var usual = port == null || port.equals(scheme.equals("https") ? "443" : "80");
        try {
            var origin =
                    scheme + "://" + IDN.toASCII(parts.group(2)).toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
            if (new URI(origin).getHost() == null) {
                throw new IllegalArgumentException("no host");
            }
            return origin;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "golubika.address names no host that a browser finds: " + configured
                            + "; expected such as https://lk.example.ru: letters, digits, hyphens and dots",
                    e);
        }
    }
}
