package golubika.subscribers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Cabinets whose owner has not followed the link, nor typed the code. They go when their day is past, or when
/// somebody else confirms the login. A confirmed cabinet is never touched here: each statement says so once more.
@Component
public class Unconfirmed {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Codes codes;
    private final TransactionOperations transaction;
    private final Clock clock;

    Unconfirmed(JdbcClient jdbc, Sessions sessions, Codes codes, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.codes = codes;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Late(UUID subscriberId, String login) {}

    /// Deletes what is past its day, each in a transaction of its own; returns how many.
    public int deleteLate() {
        var late = jdbc.sql("""
                select subscriber_id, login from subscriber
                where confirmed_at is null and confirm_by < :today
                order by confirm_by limit :count
                """)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("count", AT_ONCE)
                .query(Late.class)
                .list();
        late.forEach(one ->
                transaction.executeWithoutResult(status -> discard(new SubscriberId(one.subscriberId), one.login)));
        return late.size();
    }

    /// Deletes one attempt to register, ends its sessions, its links and its code. What nobody has confirmed proves
    /// nobody's signature.
    void discard(SubscriberId subscriber, String login) {
        var discarded = jdbc.sql("""
                delete from login where login = :login and subscriber_id = :subscriber and not confirmed
                """)
                .param("login", login)
                .param("subscriber", subscriber.value())
                .update();
        if (discarded == 1) {
            jdbc.sql("delete from subscriber where subscriber_id = :subscriber and confirmed_at is null")
                    .param("subscriber", subscriber.value())
                    .update();
            forgetSecrets(subscriber);
            jdbc.sql("delete from consent where subscriber_id = :subscriber")
                    .param("subscriber", subscriber.value())
                    .update();
            sessions.endAll(subscriber);
        }
    }

    /// What was sent so far confirms nothing from now on.
    void forgetSecrets(SubscriberId subscriber) {
        jdbc.sql("delete from confirmation where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
        codes.forget(subscriber.value());
    }
}
