package golubika.notifications;

import java.time.Instant;
import java.util.UUID;

/// A message of the outbox on its way to its person.
///
/// @param id    the same at each try, so that a repeat can be recognised
/// @param putAt when it was written
public record Letter(UUID id, Message message, Instant putAt) {}
