package golubika.subscribers;

import golubika.notifications.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Deletes cabinets whose cooling-off is over: closes them, lets every module forget the person, and takes the person's
/// own rows last. A kill in the middle leaves the row that says so, and the next round does it all again.
@Component
class RemoveCabinets {

    private static final Logger log = LoggerFactory.getLogger(RemoveCabinets.class);
    private static final Duration NOTICE = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final List<CabinetRemoval> modules;
    private final Contacts contacts;
    private final Notices notices;
    private final Signatures signatures;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Letters letters;
    private final Clock clock;

    RemoveCabinets(
            JdbcClient jdbc,
            TransactionOperations transaction,
            List<CabinetRemoval> modules,
            Contacts contacts,
            Notices notices,
            Signatures signatures,
            Credentials credentials,
            Sessions sessions,
            Outbox outbox,
            Letters letters,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.modules = modules;
        this.contacts = contacts;
        this.notices = notices;
        this.signatures = signatures;
        this.credentials = credentials;
        this.sessions = sessions;
        this.outbox = outbox;
        this.letters = letters;
        this.clock = clock;
    }

    private record Due(UUID subscriberId, String login) {

        Subscriber subscriber() {
            return new Subscriber(new SubscriberId(subscriberId), login);
        }
    }

    /// Tells people a day before. Where that comes late, since nothing ran for a while, they get their day all the
    /// same. Returns how many were told.
    int tell() {
        var now = clock.instant();
        var soon = jdbc.sql("""
                select subscriber_id, login from subscriber
                where removal_due_at <= :tomorrow and removal_told_at is null
                order by removal_due_at limit :count
                """)
                .param("tomorrow", Timestamp.from(now.plus(NOTICE)))
                .param("count", AT_ONCE)
                .query(Due.class)
                .list();
        return (int) soon.stream().filter(one -> tellAlone(one.subscriber())).count();
    }

    /// Deletes what is due; returns how many cabinets have gone.
    int remove() {
        var due = jdbc.sql("""
                select subscriber_id, login from subscriber
                where removal_due_at <= :now and removal_told_at is not null
                order by removal_due_at limit :count
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("count", AT_ONCE)
                .query(Due.class)
                .list();
        return (int) due.stream().filter(one -> remove(one.subscriber())).count();
    }

    // One that fails is tried again in the next round, and keeps no other waiting.
    private boolean tellAlone(Subscriber subscriber) {
        try {
            transaction.executeWithoutResult(status -> tell(subscriber));
            return true;
        } catch (RuntimeException e) {
            log.error("the owner of cabinet {} could not be told; it is tried again", subscriber.id(), e);
            return false;
        }
    }

    private void tell(Subscriber subscriber) {
        var earliest = clock.instant().plus(NOTICE);
        jdbc.sql("""
                update subscriber
                set removal_told_at = :now, removal_due_at = greatest(removal_due_at, :earliest)
                where subscriber_id = :subscriber and removal_due_at is not null and removal_told_at is null
                returning removal_due_at
                """)
                .param("subscriber", subscriber.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("earliest", Timestamp.from(earliest))
                .query(Timestamp.class)
                .optional()
                .ifPresent(due -> notices.tell(
                        subscriber.id(), contact -> letters.removalTomorrow(contact, Removals.day(due.toInstant()))));
    }

    private boolean remove(Subscriber subscriber) {
        try {
            if (!Objects.requireNonNull(transaction.execute(status -> close(subscriber)))) {
                return false;
            }
            modules.forEach(module -> module.remove(subscriber.id()));
            transaction.executeWithoutResult(status -> forget(subscriber));
            return true;
        } catch (RuntimeException e) {
            log.error("cabinet {} could not be deleted; it is tried again", subscriber.id(), e);
            return false;
        }
    }

    /// From here on nobody can come in, nor take it back.
    private boolean close(Subscriber subscriber) {
        var begun = jdbc.sql("""
                update subscriber set removal_begun_at = coalesce(removal_begun_at, :now)
                where subscriber_id = :subscriber and removal_due_at <= :now and removal_told_at is not null
                """)
                .param("subscriber", subscriber.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (begun == 1) {
            jdbc.sql("delete from login where subscriber_id = :subscriber")
                    .param("subscriber", subscriber.id().value())
                    .update();
            jdbc.sql("delete from passkey_owner where subscriber_id = :subscriber")
                    .param("subscriber", subscriber.id().value())
                    .update();
            credentials.forgetRecovery(subscriber.id());
            sessions.endAll(subscriber.id());
        }
        return begun == 1;
    }

    private void forgetLetters(Contacts.Held held) {
        held.mail().map(Login::value).ifPresent(outbox::forget);
        held.phone().map(Login::value).ifPresent(outbox::forget);
    }

    private void forget(Subscriber subscriber) {
        signatures.unname(subscriber.id());
        jdbc.sql("delete from confirmation where subscriber_id = :subscriber")
                .param("subscriber", subscriber.id().value())
                .update();
        contacts.find(subscriber.id()).ifPresent(this::forgetLetters);
        sessions.endAll(subscriber.id());
        jdbc.sql("delete from subscriber where subscriber_id = :subscriber")
                .param("subscriber", subscriber.id().value())
                .update();
    }
}
