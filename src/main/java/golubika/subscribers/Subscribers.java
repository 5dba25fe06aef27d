package golubika.subscribers;

import golubika.audit.Caller;
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
    private final Cabinets cabinets;
    private final Passwords passwords;
    private final Signatures signatures;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, Cabinets cabinets, Passwords passwords, Signatures signatures, Clock clock) {
        this.jdbc = jdbc;
        this.cabinets = cabinets;
        this.passwords = passwords;
        this.signatures = signatures;
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

    /// The person, as a session knows them, if the cabinet has been confirmed and nobody is deleting it.
    public Optional<Subscriber> find(SubscriberId subscriber) {
        return jdbc.sql("""
                select login from subscriber
                where subscriber_id = :subscriber and confirmed_at is not null and removal_begun_at is null
                """)
                .param("subscriber", subscriber.value())
                .query(String.class)
                .optional()
                .map(login -> new Subscriber(subscriber, login));
    }

    /// Locks the person for the rest of the transaction, in which they come in; false when they may not: the cabinet is
    /// being deleted, or has another login by now.
    boolean admit(Subscriber person) {
        return jdbc.sql("""
                select subscriber_id from subscriber
                where subscriber_id = :subscriber and login = :login and removal_begun_at is null
                for no key update
                """)
                .param("subscriber", person.id().value())
                .param("login", person.login())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// Notes that the person has come in; true the first time.
    boolean cameIn(SubscriberId subscriber) {
        return jdbc.sql("""
                update subscriber set came_in_at = :now where subscriber_id = :subscriber and came_in_at is null
                """)
                        .param("subscriber", subscriber.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /// Opens a cabinet whose owner needs neither letter nor signature: for the demo's households and for tests.
    /// A login that is there already stays as it is.
    @Transactional
    public SubscriberId open(Login login, String password) {
        return find(login).orElseGet(() -> add(login, password));
    }

    private SubscriberId add(Login login, String password) {
        var subscriber = new SubscriberId(UUID.randomUUID());
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        cabinets.add(new Cabinets.Cabinet(subscriber, login, passwords.hash(password), null, now, today, now));
        for (var document : Document.values()) {
            signatures.add(new Subscriber(subscriber, login.value()), document, Caller.PORTAL);
        }
        return subscriber;
    }
}
