package golubika.subscribers;

import java.io.Serializable;
import java.util.UUID;

/// Identifies a person with a login to the portal.
public record SubscriberId(UUID value) implements Serializable {

    /// Nobody: stands where somebody's cabinet has been deleted, and where a login has no owner.
    public static final SubscriberId GONE = new SubscriberId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
