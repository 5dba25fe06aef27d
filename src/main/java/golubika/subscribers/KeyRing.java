package golubika.subscribers;

import golubika.audit.Caller;
import java.time.Instant;
import java.util.List;

/// A person's passkeys, as far as the password has to do with them: they let in whatever becomes of it.
public interface KeyRing {

    /// What became of the passkeys.
    ///
    /// @param removed names of those that let in no longer
    /// @param kept    names of those that still do
    record Cleared(List<String> removed, List<String> kept) {

        public Cleared {
            removed = List.copyOf(removed);
            kept = List.copyOf(kept);
        }

        /// Whether there is anything to tell.
        public boolean any() {
            return !removed.isEmpty() || !kept.isEmpty();
        }
    }

    /// Names of the passkeys, the oldest first.
    List<String> names(SubscriberId subscriber);

    /// Takes off those that were added after a moment, within the transaction of whoever calls.
    Cleared clear(SubscriberId subscriber, Instant since, Caller caller);
}
