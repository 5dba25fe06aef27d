package golubika.subscribers;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The hash that a person's password is compared with.
@Component
class Credentials {

    private final JdbcClient jdbc;
    private final Clock clock;

    Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> hash(SubscriberId subscriber) {
        return jdbc.sql("select password_hash from credential where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(String.class)
                .optional();
    }

    /// Until the transaction ends, nobody else changes this person's password; false when the cabinet is gone.
    boolean lock(SubscriberId subscriber) {
        return jdbc.sql("select subscriber_id from credential where subscriber_id = :subscriber for update")
                .param("subscriber", subscriber.value())
                .query()
                .optionalValue()
                .isPresent();
    }

    /// Whether the password is still the one of this hash, and stays so until the transaction ends.
    boolean holds(SubscriberId subscriber, String hash) {
        return jdbc.sql("""
                select password_hash from credential where subscriber_id = :subscriber for share
                """)
                .param("subscriber", subscriber.value())
                .query(String.class)
                .optional()
                .filter(hash::equals)
                .isPresent();
    }

    /// Sets the password; mailed links that would set another one are worthless from now on.
    void replace(SubscriberId subscriber, String hash) {
        jdbc.sql("""
                update credential set password_hash = :hash, changed_at = :now where subscriber_id = :subscriber
                """)
                .param("subscriber", subscriber.value())
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        forgetRecovery(subscriber);
    }

    void forgetRecovery(SubscriberId subscriber) {
        jdbc.sql("delete from recovery where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }
}
