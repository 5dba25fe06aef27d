package golubika.notifications;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
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

    /// Whether messages of this kind leave this installation; one that does not is kept, and waits.
    public boolean carries(Message.Kind kind) {
        return postman.carries(kind);
    }

    /// Keeps a letter and, once the caller's transaction has committed, brings it on its way without waiting for it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Message message) {
        jdbc.sql("""
                insert into outbox_message
                    (message_id, channel, recipient, subject, body, link, code, put_at, next_try_at)
                values (:id, :kind, :to, :subject, :text, :link, :code, :now, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("kind", message.kind().name())
                .param("to", message.to())
                .param("subject", message.subject())
                .param("text", message.text())
                .param("link", message.link())
                .param("code", message.code())
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
