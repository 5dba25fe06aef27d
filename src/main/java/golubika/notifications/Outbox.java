package golubika.notifications;

import golubika.values.OrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Letters wait here, written in the same transaction as what they tell; they are sent after it has committed.
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Postman postman;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Postman postman, Clock clock) {
        this.jdbc = jdbc;
        this.postman = postman;
        this.clock = clock;
    }

    /// A letter as its recipient knows it, without the links and codes that open doors.
    public record Kept(Instant at, String subject, String text) {}

    /// Letters to a recipient that are still kept, the newest first.
    public List<Kept> of(String recipient, Instant since) {
        return jdbc.sql("""
                select put_at, subject, replace(replace(body, coalesce(link, ''), '…'), coalesce(code, ''), '…') as text
                from outbox_message
                where recipient = :recipient and put_at >= :since
                order by put_at desc, message_id desc
                """)
                .param("recipient", recipient)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Kept(
                        row.getTimestamp("put_at").toInstant(), row.getString("subject"), row.getString("text")))
                .list();
    }

    /// Forgets every letter to a recipient, those on their way as well: their cabinet is gone.
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String recipient) {
        jdbc.sql("delete from outbox_message where recipient = :recipient")
                .param("recipient", recipient)
                .update();
    }

    /// Whether messages of this kind leave this installation; one that does not is kept, and waits.
    public boolean carries(Message.Kind kind) {
        return postman.carries(kind);
    }

    /// Keeps a letter and, once the caller's transaction has committed, brings it on its way without waiting for it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Message message) {
        jdbc.sql("""
                insert into outbox_message
                    (message_id, channel, recipient, subject, body, link, code, good_until, reply_to, put_at,
                     next_try_at)
                values (:id, :kind, :to, :subject, :text, :link, :code, :until, :replyTo, :now, :now)
                """)
                .param("id", OrderedId.at(clock.instant()))
                .param("kind", message.kind().name())
                .param("to", message.to())
                .param("subject", message.subject())
                .param("text", message.text())
                .param("link", message.link())
                .param("code", message.code())
                .param("until", message.goodUntil() == null ? null : Timestamp.from(message.goodUntil()))
                .param("replyTo", message.replyTo())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                postman.nudge(message.kind());
            }
        });
    }
}
