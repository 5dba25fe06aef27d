package golubika.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// From where somebody acts: the network address and the device. Controllers take it as a parameter `Caller caller`;
/// jobs act as [#PORTAL].
///
/// @param address as `HttpServletRequest.getRemoteAddr` gives it; null when the portal acts by itself
/// @param device  «Android, Chrome»; null when it is not known
public record Caller(@Nullable String address, @Nullable String device) {

    /// The portal itself: a job, with nobody waiting.
    public static final Caller PORTAL = new Caller(null, null);

    public static Caller of(HttpServletRequest request) {
        return new Caller(
                request.getRemoteAddr(),
                Device.of(request.getHeader("User-Agent")).orElse(null));
    }

    /// The address that limits and signatures count by; empty for the portal itself.
    public String network() {
        return address == null ? "" : address;
    }

    /// The address as pages show it, without the part that names one home: `203.0.113.*`, `2001:0db8:0001:*`.
    /// Null when there is none.
    public @Nullable String maskedAddress() {
        if (address == null) {
            return null;
        }
        var zone = address.indexOf('%');
        try {
            return masked(InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return null; // whatever a proxy has called it, it is no address
        }
    }

    private static String masked(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            var text = address.getHostAddress();
            return text.substring(0, text.lastIndexOf('.') + 1) + "*";
        }
        var bytes = address.getAddress();
        var hex = HexFormat.of();
        return hex.formatHex(bytes, 0, 2) + ":" + hex.formatHex(bytes, 2, 4) + ":" + hex.formatHex(bytes, 4, 6) + ":*";
    }
}
