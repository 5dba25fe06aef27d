package golubika.subscribers.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file with all of a person's data, ordered and perhaps made.
///
/// @param readyAt null while it is not made
/// @param bytes   its size; 0 while it is not made
public record Export(
        State state, Instant orderedAt, @Nullable Instant readyAt, long bytes) {

    /// How far it is. FAILED after several tries: the person may order another.
    public enum State {
        WAITING,
        READY,
        FAILED
    }

    /// When it is deleted again, whatever has become of it.
    public Instant keptUntil() {
        return (readyAt == null ? orderedAt : readyAt).plus(Exports.KEPT);
    }
}
