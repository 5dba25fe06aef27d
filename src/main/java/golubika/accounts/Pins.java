package golubika.accounts;

import golubika.site.PortalSecret;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/// PINs as the portal keeps them: hashed together with their account under a key that the database does not hold.
@Component
public class Pins {

    private final PortalSecret secret;

    Pins(PortalSecret secret) {
        this.secret = secret;
    }

    /// HMAC-SHA256 of the account's id and the PIN. To be compared in constant time.
    public byte[] hash(AccountId account, String pin) {
        return secret.hash(
                ByteBuffer.allocate(Long.BYTES).putLong(0, account.value()).array(), pin);
    }
}
