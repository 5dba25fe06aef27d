package golubika.subscribers.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey as its owner knows it.
///
/// @param name   «Мой телефон»
/// @param usedAt null until somebody has come in with it
public record Passkey(
        UUID id, String name, Instant addedAt, @Nullable Instant usedAt) {}
