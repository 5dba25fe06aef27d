package golubika.accounts;

import golubika.accounts.PinApplication.Refusal;
import golubika.accounts.PinApplication.State;
import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.notifications.Outbox;
import golubika.subscribers.Contacts;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers PIN applications, on behalf of the supplier. Whoever comes first answers; who comes later is told.
///
/// A PIN issued here is good for its person, its account and [#GOOD_FOR] alone, and once: the PIN of the bills stays
/// what it is. Nobody at the supplier sees it.
@Component
public class AnswerApplication {

    public static final Duration GOOD_FOR = Duration.ofDays(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final PinApplicationRows rows;
    private final PinQueue queue;
    private final Links links;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Notices notices;
    private final ApplicationLetters letters;
    private final AuditTrail trail;
    private final Clock clock;

    AnswerApplication(
            JdbcClient jdbc,
            PinApplicationRows rows,
            PinQueue queue,
            Links links,
            Contacts contacts,
            Outbox outbox,
            Notices notices,
            ApplicationLetters letters,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.queue = queue;
        this.links = links;
        this.contacts = contacts;
        this.outbox = outbox;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /// What became of an answer.
    public sealed interface Outcome {

        /// @param number of the application
        record Done(int number) implements Outcome {}

        /// Nothing was done: it is closed already.
        record Closed(PinQueue.Entry entry) implements Outcome {}

        /// There is no such application of this supplier.
        record Unknown() implements Outcome {}
    }

    private record Asked(int number, SubscriberId subscriber, Link link) {}

    /// Issues a PIN and sends it to the person: by letter, or by SMS to who has no e-mail.
    ///
    /// @param by login of whoever answers
    @Transactional
    public Outcome grant(SupplierCode supplier, AccountId account, UUID application, String by) {
        return answer(supplier, account, application, asked -> {
            var held = contacts.of(asked.subscriber);
            var to = held.mail().orElseGet(held::login);
            var pin = "%06d".formatted(RANDOM.nextInt(1_000_000));
            var until = clock.instant().plus(GOOD_FOR);
            rows.cancel(asked.subscriber, account);
            jdbc.sql("""
                    update pin_application
                    set state = 'GRANTED', closed_at = :now, closed_by = :by, sent_to = :sentTo, pin_hash = :hash,
                        pin_until = :until
                    where account_id = :account and application_id = :id
                    """)
                    .param("account", account.value())
                    .param("id", application)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by)
                    .param("sentTo", to.masked())
                    .param("hash", rows.hash(account, application, pin))
                    .param("until", Timestamp.from(until))
                    .update();
            outbox.put(letters.granted(to, asked.link, asked.number, pin, until));
            trail.note(
                    asked.subscriber.value(), "accounts.audit.pin-granted", asked.link.printedNumber(), Caller.PORTAL);
        });
    }

    /// Tells the person why not, and what to do. A PIN that they may have had before is over as well.
    ///
    /// @param said what to add to the reason, possibly empty
    /// @param by   login of whoever answers
    @Transactional
    public Outcome refuse(
            SupplierCode supplier, AccountId account, UUID application, Refusal refusal, String said, String by) {
        return answer(supplier, account, application, asked -> {
            rows.cancel(asked.subscriber, account);
            refused(account, application, refusal, said, by);
            notices.mention(asked.subscriber, letters.refused(asked.link, asked.number, refusal, said));
            trail.note(
                    asked.subscriber.value(), "accounts.audit.pin-refused", asked.link.printedNumber(), Caller.PORTAL);
        });
    }

    /// Takes an issued PIN back while nobody has typed it in, and tells the person.
    ///
    /// @param by login of whoever does it
    @Transactional
    public Outcome revoke(SupplierCode supplier, AccountId account, UUID application, String by) {
        var subscriber = lock(supplier, account, application);
        if (subscriber.isEmpty()) {
            return new Outcome.Unknown();
        }
        var entry = queue.find(supplier, account, application).orElseThrow();
        var person = subscriber.get().map(SubscriberId::new);
        if (person.isEmpty() || !entry.application().opensAt(clock.instant())) {
            return new Outcome.Closed(entry);
        }
        rows.cancel(person.get(), account);
        refused(account, application, Refusal.UNPROVEN, "", by);
        var number = entry.application().number();
        links.find(person.get(), account).ifPresent(link -> {
            notices.mention(person.get(), letters.revoked(link, number));
            trail.note(person.get().value(), "accounts.audit.pin-revoked", link.printedNumber(), Caller.PORTAL);
        });
        return new Outcome.Done(number);
    }

    private void refused(AccountId account, UUID application, Refusal refusal, String said, String by) {
        jdbc.sql("""
                update pin_application
                set state = 'REFUSED', closed_at = :now, closed_by = :by, reason = :reason, said = :said
                where account_id = :account and application_id = :id
                """)
                .param("account", account.value())
                .param("id", application)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", refusal.name())
                .param("said", said)
                .update();
    }

    // Of two who answer at once, the later waits here and then sees what the earlier has done.
    private Optional<Optional<UUID>> lock(SupplierCode supplier, AccountId account, UUID application) {
        return jdbc.sql("""
                select subscriber_id from pin_application
                where account_id = :account and application_id = :id and supplier = :supplier
                for update
                """)
                .param("account", account.value())
                .param("id", application)
                .param("supplier", supplier.value())
                .query((row, n) -> Optional.ofNullable(row.getObject("subscriber_id", UUID.class)))
                .optional();
    }

    /// How the answer is given to who has asked.
    private interface Answer {
        void give(Asked asked);
    }

    private Outcome answer(SupplierCode supplier, AccountId account, UUID application, Answer answer) {
        var subscriber = lock(supplier, account, application);
        if (subscriber.isEmpty()) {
            return new Outcome.Unknown();
        }
        var entry = queue.find(supplier, account, application).orElseThrow();
        if (entry.application().state() != State.SENT) {
            return new Outcome.Closed(entry);
        }
        var asked = asked(entry, subscriber.get().orElse(null));
        if (asked.isEmpty()) {
            jdbc.sql("""
                    update pin_application set state = 'ENDED', closed_at = :now
                    where account_id = :account and application_id = :id
                    """)
                    .param("account", account.value())
                    .param("id", application)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return new Outcome.Closed(queue.find(supplier, account, application).orElseThrow());
        }
        answer.give(asked.get());
        return new Outcome.Done(asked.get().number);
    }

    /// Empty when there is nothing to answer any more: the account is closed, no longer in the cabinet as BASIC, or the
    /// supplier issues no PINs any more.
    private Optional<Asked> asked(PinQueue.Entry entry, @Nullable UUID subscriber) {
        if (subscriber == null || rows.isClosed(entry.account())) {
            return Optional.empty();
        }
        var person = new SubscriberId(subscriber);
        return links.find(person, entry.account())
                .filter(link -> link.allows(Deed.APPLY))
                .map(link -> new Asked(entry.application().number(), person, link));
    }
}
