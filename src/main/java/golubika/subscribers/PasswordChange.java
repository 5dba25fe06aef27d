package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.PASSWORD_CHANGE;

import golubika.limits.Limits;
import golubika.notifications.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// «Смена пароля»: who is signed in elsewhere must come in anew, and the owner learns of it by mail.
@Component
public class PasswordChange {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Letters letters;
    private final Limits limits;
    private final Clock clock;

    PasswordChange(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Passwords passwords,
            Sessions sessions,
            Outbox outbox,
            Letters letters,
            Limits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
        this.sessions = sessions;
        this.outbox = outbox;
        this.letters = letters;
        this.limits = limits;
        this.clock = clock;
    }

    /// What became of the wish to change the password.
    public enum Outcome {
        CHANGED,
        WRONG_PASSWORD,
        TOO_OFTEN
    }

    /// @param fresh   one that the policy takes
    /// @param session id of the session that goes on
    public Outcome change(Subscriber subscriber, String current, String fresh, String session) {
        var guesses = subscriber.id().toString();
        if (!limits.take(PASSWORD_CHANGE, guesses)) {
            return Outcome.TOO_OFTEN;
        }
        if (!passwords.matches(current, hash(subscriber.id()))) {
            return Outcome.WRONG_PASSWORD;
        }
        limits.clear(PASSWORD_CHANGE, guesses);
        var hash = passwords.hash(fresh);
        transaction.executeWithoutResult(status -> {
            replace(subscriber.id(), hash);
            sessions.endOthers(subscriber.id(), session);
            outbox.put(letters.passwordChanged(subscriber.login()));
        });
        return Outcome.CHANGED;
    }

    private String hash(SubscriberId subscriber) {
        return jdbc.sql("select password_hash from credential where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(String.class)
                .single();
    }

    private void replace(SubscriberId subscriber, String hash) {
        jdbc.sql("""
                update credential set password_hash = :hash, changed_at = :now where subscriber_id = :subscriber
                """)
                .param("subscriber", subscriber.value())
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
