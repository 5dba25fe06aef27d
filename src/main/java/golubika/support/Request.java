package golubika.support;

import golubika.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A support request with everything said in it, the oldest first.
///
/// @param account   of the writer's cabinet; null for a guest's, and where the question is about none
/// @param accountNo its number as printed, or as a guest typed it: nobody has checked that
/// @param version   counts up with every change; a deed names the one that it was decided upon
/// @param due       when it should be answered, while it waits
public record Request(
        RequestId id,
        Desk desk,
        Topic topic,
        String subject,
        @Nullable AccountId account,
        @Nullable String accountNo,
        State state,
        @Nullable ClosedBy closedBy,
        int version,
        Instant opened,
        Instant changed,
        Instant due,
        List<Remark> remarks) {

    public Request {
        remarks = List.copyOf(remarks);
    }
}
