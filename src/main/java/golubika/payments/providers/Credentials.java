package golubika.payments.providers;

import golubika.payments.Terms;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// As whom we come to a provider for a supplier.
///
/// @param id        the shop's name at the provider: shop id, user name or terminal
/// @param secret    its password
/// @param noticeKey what notices are signed with, where that is another secret
/// @param address   where the provider is spoken to; null for its usual one
record Credentials(
        String id,
        String secret,
        @Nullable String noticeKey,
        @Nullable URI address,
        Terms terms) {

    URI addressOr(URI usual) {
        return address == null ? usual : address;
    }

    @Override
    public String toString() {
        return "shop " + id;
    }
}
