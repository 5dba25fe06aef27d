package golubika.support;

import golubika.subscribers.SubscriberId;
import java.util.UUID;

/// One request, as asked for by who says it is theirs. Whether it is, is looked up with every use.
///
/// @param writer the subscriber, or the one id that a guest has for this request
public record Door(UUID writer, RequestId id) {

    public static Door of(SubscriberId subscriber, RequestId id) {
        return new Door(subscriber.value(), id);
    }
}
