package golubika.registers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// By which a file is known again: the SHA-256 of its bytes.
final class FileHash {

    private FileHash() {}

    static byte[] of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var hash = MessageDigest.getInstance("SHA-256");
            var piece = new byte[1 << 18];
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                hash.update(piece, 0, read);
            }
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
