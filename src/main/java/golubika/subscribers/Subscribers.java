package golubika.subscribers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is registered.
@Component
public class Subscribers {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Consents consents;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, Passwords passwords, Consents consents, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.consents = consents;
        this.clock = clock;
    }

    /// The owner of a login, if it has been confirmed.
    public Optional<SubscriberId> find(Login login) {
        return jdbc.sql("select subscriber_id from login where login = :login and confirmed")
                .param("login", login.value())
                .query(UUID.class)
                .optional()
                .map(SubscriberId::new);
    }

    /// Opens a cabinet whose owner needs neither letter nor signature: for the demo's households and for tests.
    /// A login that is there already stays as it is.
    @Transactional
    public SubscriberId open(Login login, String password) {
        return find(login).orElseGet(() -> insert(login, password));
    }

    private SubscriberId insert(Login login, String password) {
        var subscriber = new SubscriberId(UUID.randomUUID());
        var now = clock.instant();
        jdbc.sql("""
                insert into subscriber (subscriber_id, login, registered_at, confirm_by, confirmed_at)
                values (:subscriber, :login, :now, :today, :now)
                """)
                .param("subscriber", subscriber.value())
                .param("login", login.value())
                .param("now", Timestamp.from(now))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into credential (subscriber_id, password_hash, changed_at) values (:subscriber, :hash, :now)
                """)
                .param("subscriber", subscriber.value())
                .param("hash", passwords.hash(password))
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                insert into login (login, subscriber_id, confirmed, made_at) values (:login, :subscriber, true, :now)
                """)
                .param("login", login.value())
                .param("subscriber", subscriber.value())
                .param("now", Timestamp.from(now))
                .update();
        consents.record(subscriber, Document.AGREEMENT, "127.0.0.1");
        consents.record(subscriber, Document.PERSONAL_DATA, "127.0.0.1");
        return subscriber;
    }
}
