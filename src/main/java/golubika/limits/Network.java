package golubika.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where a request comes from, as limits count it: an IPv4 address, or the /64 of an IPv6 address,
/// since a single household holds a whole /64.
public record Network(String value) {

    /// @param remoteAddress a literal address, as `HttpServletRequest.getRemoteAddr` gives it
    public static Network of(String remoteAddress) {
        var zone = remoteAddress.indexOf('%');
        var address = InetAddress.ofLiteral(zone < 0 ? remoteAddress : remoteAddress.substring(0, zone));
        if (address instanceof Inet6Address) {
            return new Network(HexFormat.ofDelimiter(":").formatHex(address.getAddress(), 0, 8) + "/64");
        }
        return new Network(address.getHostAddress());
    }

    @Override
    public String toString() {
        return value;
    }
}
