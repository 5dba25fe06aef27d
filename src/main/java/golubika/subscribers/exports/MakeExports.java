package golubika.subscribers.exports;

import static golubika.subscribers.exports.ExportLimits.ORDERS;

import golubika.limits.Limits;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Makes the files that people have ordered. One claims an order for some minutes, makes the file, keeps it and writes
/// the letter in one transaction: a kill in between leaves the order to the next round.
@Component
class MakeExports {

    static final int TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(MakeExports.class);
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final int LARGEST = 20 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Archive archive;
    private final Limits limits;
    private final Outbox outbox;
    private final Texts texts;
    private final PortalAddress address;
    private final Clock clock;

    MakeExports(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Archive archive,
            Limits limits,
            Outbox outbox,
            Texts texts,
            PortalAddress address,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.archive = archive;
        this.limits = limits;
        this.outbox = outbox;
        this.texts = texts;
        this.address = address;
        this.clock = clock;
    }

    /// @param tries this one included
    record Order(UUID exportId, UUID subscriberId, String login, int tries) {}

    /// Makes what is ordered; returns how many files.
    int make() {
        giveUpSilentOnes();
        var made = 0;
        for (var order = claim(); order.isPresent(); order = claim()) {
            made += make(order.get()) ? 1 : 0;
        }
        return made;
    }

    /// Takes the order that has waited longest, for nobody else to take meanwhile.
    Optional<Order> claim() {
        var now = clock.instant();
        return jdbc.sql("""
                update data_export e
                set tries = e.tries + 1, next_try_at = :until
                from (
                    select export_id from data_export
                    where next_try_at <= :now and tries < :most
                    order by next_try_at
                    limit 1
                    for update skip locked) due
                where e.export_id = due.export_id
                returning e.export_id, e.subscriber_id, e.tries,
                    (select s.login from subscriber s where s.subscriber_id = e.subscriber_id) as login
                """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("most", TRIES)
                .query(Order.class)
                .optional();
    }

    /// Orders whose last try ended without a word: the program was killed, or ran out of memory.
    private void giveUpSilentOnes() {
        jdbc.sql("""
                select export_id, subscriber_id, login, tries from data_export
                where next_try_at <= :now and tries >= :most
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", TRIES)
                .query(Order.class)
                .list()
                .forEach(this::giveUp);
    }

    private boolean make(Order order) {
        try {
            var file = archive.of(new SubscriberId(order.subscriberId));
            if (file.length > LARGEST) {
                throw new IllegalStateException("the file would have " + file.length + " bytes");
            }
            transaction.executeWithoutResult(status -> keep(order, file));
            return true;
        } catch (RuntimeException e) {
            log.error("export {} could not be made, try {}", order.exportId, order.tries, e);
            if (order.tries >= TRIES) {
                giveUp(order);
            }
            return false;
        }
    }

    private void keep(Order order, byte[] file) {
        var kept = jdbc.sql("""
                update data_export set file = :file, ready_at = :now, next_try_at = null
                where export_id = :id and ready_at is null
                """)
                .param("id", order.exportId)
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (kept == 1) {
            outbox.put(ready(Login.of(order.login)));
        }
    }

    private Message ready(Login login) {
        var link = address.of("/export");
        return login.isPhone()
                ? Message.sms(login.value(), texts.of("subscribers.sms.export") + '\n' + link)
                        .withLink(link)
                : Message.mail(
                                login.value(),
                                texts.of("subscribers.letter.export.subject"),
                                texts.of("subscribers.letter.export.text"))
                        .withLink(link);
    }

    private void giveUp(Order order) {
        jdbc.sql("update data_export set next_try_at = null where export_id = :id")
                .param("id", order.exportId)
                .update();
        limits.clear(ORDERS, order.subscriberId.toString());
    }
}
