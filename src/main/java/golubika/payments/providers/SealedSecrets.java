package golubika.payments.providers;

import golubika.site.PortalSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Secrets that the database holds and that we have to tell a provider again, so that they cannot be hashed: sealed by
/// AES-256 in GCM under a key of the installation's secret, which the database does not hold. Each is bound to its
/// place. Sealed: 12 random bytes, then the ciphertext with its tag of 16.
@Component
public class SealedSecrets {

    private static final byte[] PURPOSE = "key of sealed secrets: ".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SealedSecrets(PortalSecret secret) {
        this.key = new SecretKeySpec(secret.hash(PURPOSE, "1"), "AES");
    }

    byte[] seal(String place, String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, place, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /// Throws when it was sealed elsewhere, by another installation, or was touched.
    String open(String place, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, place, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, String place, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the secret of " + place + " does not open: is golubika.secret the one that sealed it?", e);
        }
    }
}
