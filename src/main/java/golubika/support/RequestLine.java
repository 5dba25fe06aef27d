package golubika.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request in a list.
///
/// @param account the account's number as printed, or as a guest typed it; null where the question is about none
/// @param opened  when it was first asked
/// @param changed when it was last written to or closed
/// @param due     when it should be answered, while it waits
public record RequestLine(
        RequestId id,
        Topic topic,
        String subject,
        @Nullable String account,
        State state,
        Instant opened,
        Instant changed,
        Instant due) {

    public long number() {
        return id.number();
    }
}
