package golubika.subscribers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody has signed a version of a document: who, when, what and from where.
///
/// @param login       of who signed, at that time
/// @param text        the very words
/// @param address     network address that it came from
/// @param device      «Android, Chrome»; null when it is not known
/// @param withdrawnAt null while it stands
public record Signature(
        UUID id,
        Document document,
        DocumentText text,
        String login,
        Instant signedAt,
        String address,
        @Nullable String device,
        @Nullable Instant withdrawnAt) {}
