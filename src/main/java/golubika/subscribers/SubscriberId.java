package golubika.subscribers;

import java.io.Serializable;
import java.util.UUID;

/// Identifies a person with a login to the portal.
public record SubscriberId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
