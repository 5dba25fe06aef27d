package golubika.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// The key of our keyed hashes, which the database does not hold: for what is too short or too well known to be a
/// secret under a bare hash: PINs, codes of six digits, the logins of old consents. What has to be read again is
/// encrypted under keys that follow from it.
///
/// It is the property `golubika.secret`; beside the embedded database it may also be the file `secret` of the
/// data folder, made on the first start. Whoever loses the key makes every PIN of the past unknown.
@Component
public class PortalSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final byte[] secret;
    private final ThreadLocal<Mac> hashes;

    /// Throws when there is no key, or one too short to protect anything: the portal does not start without.
    public PortalSecret(Environment settings) {
        secret = key(settings);
        var key = new SecretKeySpec(secret, ALGORITHM);
        hashes = ThreadLocal.withInitial(() -> keyed(key));
    }

    /// HMAC-SHA256 of one after the other. To be compared in constant time.
    ///
    /// @param context what the value belongs to, always of one length for one use, so that no two uses meet
    public byte[] hash(byte[] context, String value) {
        var hash = hashes.get();
        hash.update(context);
        return hash.doFinal(value.getBytes(StandardCharsets.UTF_8));
    }

    /// A key of its own for one use, from which neither the secret nor the keys of other uses follow (HKDF, RFC 5869).
    ///
    /// @param use names it for ever: under another name it is another key
    public SecretKey key(String use) {
        try {
            var expanded = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(use.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", expanded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(Environment settings) {
        var secret = settings.getProperty("golubika.secret", "");
        if (StringUtils.hasText(secret)) {
            return longEnough(secret.strip(), "golubika.secret (GOLUBIKA_SECRET)");
        }
        if (StringUtils.hasText(settings.getProperty("spring.datasource.url"))) {
            throw new IllegalStateException("golubika.secret is not set: beside a database of your own the portal needs"
                    + " the key of its keyed hashes in GOLUBIKA_SECRET, 32 random characters or more, the same on"
                    + " every node and forever; for example: openssl rand -hex 32");
        }
        var file = Path.of(settings.getProperty("golubika.data", "data")).resolve("secret");
        return longEnough(readOrMake(file), file.toString());
    }

    private static byte[] longEnough(String secret, String place) {
        var key = secret.getBytes(StandardCharsets.UTF_8);
        if (key.length < KEY_BYTES) {
            throw new IllegalStateException(
                    place + " holds " + key.length + " bytes; a key needs " + KEY_BYTES + " or more");
        }
        return key;
    }

    // Written whole under another name first: a second program that starts beside us never reads half a key.
    private static String readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var made = Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "secret",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(made, randomKey());
                keepFirst(made, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + file + " can be neither read nor made", e);
        }
    }

    // A hard link fails where the file exists already, so of two that start at once the first key stands.
    private static void keepFirst(Path made, Path file) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static String randomKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
