package golubika.subscribers.exports;

import static golubika.subscribers.exports.ExportLimits.ORDERS;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// «Скачать мои данные»: ordered once a day at most, made by a job, kept for a week, for its owner alone.
@Component
public class Exports implements CabinetRemoval {

    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Limits limits;
    private final AuditTrail audit;
    private final Clock clock;

    Exports(JdbcClient jdbc, TransactionOperations transaction, Limits limits, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /// Orders a file in place of the former one; false when one was ordered less than a day ago.
    public boolean order(Subscriber subscriber, Caller caller) {
        if (!limits.take(ORDERS, subscriber.id().toString())) {
            return false;
        }
        transaction.executeWithoutResult(status -> replace(subscriber, caller));
        return true;
    }

    /// What the person has ordered last, while it is kept.
    public Optional<Export> latest(SubscriberId subscriber) {
        return jdbc.sql("""
                select ordered_at, ready_at, next_try_at, coalesce(octet_length(file), 0) as bytes
                from data_export
                where subscriber_id = :subscriber and coalesce(ready_at, ordered_at) > :oldest
                order by ordered_at desc limit 1
                """)
                .param("subscriber", subscriber.value())
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .query(Exports::export)
                .optional();
    }

    /// The file, for who has just proved once more to be its owner.
    @Transactional
    public Optional<byte[]> file(Subscriber subscriber, Caller caller) {
        var file = jdbc.sql("""
                select file from data_export
                where subscriber_id = :subscriber and ready_at > :oldest
                order by ordered_at desc limit 1
                """)
                .param("subscriber", subscriber.id().value())
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .query(byte[].class)
                .optional();
        if (file.isPresent()) {
            audit.note(subscriber.id().value(), "subscribers.audit.export-downloaded", caller);
        }
        return file;
    }

    @Override
    public void remove(SubscriberId subscriber) {
        jdbc.sql("delete from data_export where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }

    /// Deletes files that are a week old; returns how many.
    int forgetOld() {
        return jdbc.sql("delete from data_export where coalesce(ready_at, ordered_at) <= :oldest")
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private void replace(Subscriber subscriber, Caller caller) {
        remove(subscriber.id());
        jdbc.sql("""
                insert into data_export (export_id, subscriber_id, login, ordered_at, next_try_at)
                values (:id, :subscriber, :login, :now, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("subscriber", subscriber.id().value())
                .param("login", subscriber.login())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.note(subscriber.id().value(), "subscribers.audit.export-ordered", caller);
    }

    private static Export export(ResultSet row, int number) throws SQLException {
        var readyAt = row.getTimestamp("ready_at");
        var waits = row.getTimestamp("next_try_at") != null;
        return new Export(
                readyAt != null ? Export.State.READY : waits ? Export.State.WAITING : Export.State.FAILED,
                row.getTimestamp("ordered_at").toInstant(),
                readyAt == null ? null : readyAt.toInstant(),
                row.getLong("bytes"));
    }
}
