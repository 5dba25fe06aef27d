package golubika.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/// Another program than the one that writes our codes reads them from a picture: ZXing-C++, on Node.js.
public final class CodeReader {

    private CodeReader() {}

    /// @param level of error correction: `M`
    /// @param marked whether it names its encoding, beside the content
    public record Found(byte[] bytes, String level, boolean marked) {}

    public static List<Found> read(BufferedImage picture) {
        try {
            var file = Files.createTempFile("code", ".png");
            try {
                ImageIO.write(picture, "png", file.toFile());
                var node = new ProcessBuilder("node", "src/test/js/read-code.mjs", file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                var out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (node.waitFor() != 0) {
                    throw new IllegalStateException("the reader of codes failed");
                }
                return out.lines().map(CodeReader::found).toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Found found(String line) {
        var parts = line.split(" ");
        return new Found(Base64.getDecoder().decode(parts[0]), parts[1], Boolean.parseBoolean(parts[2]));
    }

    /// Keeps a file to be looked at, when `golubika.test.pictures` names a folder for them.
    public static void keep(String name, byte[] file) {
        var folder = System.getProperty("golubika.test.pictures", "");
        if (!folder.isEmpty()) {
            try {
                Files.write(Path.of(folder).resolve(name), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
