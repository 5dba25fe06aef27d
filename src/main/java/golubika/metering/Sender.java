package golubika.metering;

import golubika.accounts.AccessLevel;
import golubika.subscribers.SubscriberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sent a reading from a cabinet.
///
/// @param id    null once the cabinet is gone
/// @param level the level of the sender's link when it was sent
public record Sender(@Nullable SubscriberId id, AccessLevel level) {

    static @Nullable Sender of(ResultSet row) throws SQLException {
        var level = row.getString("sender_level");
        var id = row.getObject("subscriber_id", UUID.class);
        return level == null ? null : new Sender(id == null ? null : new SubscriberId(id), AccessLevel.valueOf(level));
    }
}
