package golubika.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where a request comes from, as limits count it: an IPv4 address, or the /64 of an IPv6 address,
/// since a single household holds a whole /64.
public record Network(String value) {

    /// What a proxy calls an address and is none; all such share one network.
    private static final Network UNKNOWN = new Network("unknown");

    /// @param remoteAddress as `HttpServletRequest.getRemoteAddr` gives it: a literal address, unless a proxy errs
    public static Network of(String remoteAddress) {
        var zone = remoteAddress.indexOf('%');
        try {
            return of(InetAddress.ofLiteral(zone < 0 ? remoteAddress : remoteAddress.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static Network of(InetAddress address) {
        return address instanceof Inet6Address
                ? new Network(HexFormat.ofDelimiter(":").formatHex(address.getAddress(), 0, 8) + "/64")
                : new Network(address.getHostAddress());
    }

    @Override
    public String toString() {
        return value;
    }
}
