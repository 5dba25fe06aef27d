package golubika.notifications;

import java.time.Instant;
import java.util.UUID;

/// A message of the outbox on its way to its person.
///
/// @param id    the same at each try, so that a repeat can be recognised
/// @param putAt when it was written
/// @param tries how often it has been tried, this time included; what the other side was too busy for is no try
public record Letter(UUID id, Message message, Instant putAt, int tries) {}
