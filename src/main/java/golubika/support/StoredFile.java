package golubika.support;

import golubika.files.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/// A file to hand out. It is to be saved, never shown as a page of ours.
///
/// @param size    in bytes
/// @param content read from the database piece by piece, as fast as somebody takes it
public record StoredFile(String name, Paper.Kind kind, int size, Supplier<InputStream> content) {

    /// All of it at once.
    public byte[] bytes() {
        try (var in = content.get()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
