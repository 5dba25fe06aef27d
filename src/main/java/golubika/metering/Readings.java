package golubika.metering;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.subscribers.SubscriberId;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes readings from subscribers.
@Component
public class Readings {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final Trips trips;
    private final Meters meters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Readings(JdbcClient jdbc, Trips trips, Meters meters, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.trips = trips;
        this.meters = meters;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Sends a reading to the billing. Another one for the same period takes the place of the first; the same one
    /// again changes nothing. What is unlikely is asked back, once (`product` D1–D3, `domain` 1.2).
    ///
    /// Not to be called within a transaction: one that met a register at work is rolled back.
    public Submission submit(SubscriberId by, Link link, Offer offer) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> submitLocked(by, link, offer)));
        } catch (DataAccessException e) {
            if (isLockTimeout(e)) {
                return new Submission.Busy();
            }
            throw e;
        }
    }

    private Submission submitLocked(SubscriberId by, Link link, Offer offer) {
        var now = trips.begin();
        var locked = now.ask(lock(by, link, offer.meterId()));
        var all = now.ask(meters.ask(link));
        now.go();
        var meter = all.get().stream()
                .filter(one -> one.id().equals(offer.meterId()))
                .findFirst();
        if (meter.isEmpty()) {
            return new Submission.NoSuchMeter();
        }
        var level = locked.get().stream()
                .findFirst()
                .flatMap(Function.identity())
                .map(held -> link.isFull() ? AccessLevel.FULL : held);
        if (level.isEmpty()) {
            return new Submission.AccountClosed();
        }
        var today = today(link);
        var same = sentBefore(meter.get(), offer.value());
        if (same.isPresent()) {
            confirm(link, same.get(), level.get());
            return new Submission.Accepted(
                    same.get(), ReadingPeriod.on(today, link.supplier()).month());
        }
        var refusal = refusal(link, meter.get(), offer);
        return refusal != null ? refusal : accept(link, meter.get(), offer.value(), new Sender(by, level.get()), today);
    }

    private static Optional<Reading> sentBefore(Meter meter, long value) {
        return Optional.ofNullable(meter.ofPeriod())
                .filter(reading -> reading.id() != null && reading.value() == value);
    }

    /// What would become of the offer, without sending it.
    public @Nullable Submission refusal(Link link, Meter meter, Offer offer) {
        return isKeptFrom(link, meter, offer)
                ? new Submission.SentInFull(
                        ReadingPeriod.on(today(link), link.supplier()).month())
                : ReadingRules.refusal(link.supplier().switches(), meter, offer, today(link));
    }

    // Who knows no more than the account's number takes nothing back from who has proved to be its own.
    private static boolean isKeptFrom(Link link, Meter meter, Offer offer) {
        var there = meter.ofPeriod();
        return !link.isFull() && there != null && there.isSentInFull() && there.value() != offer.value();
    }

    // What somebody with the full version says as well is theirs too, and no stranger's to take back.
    private void confirm(Link link, Reading same, AccessLevel level) {
        if (level == AccessLevel.FULL && same.sender() != null && !same.isSentInFull()) {
            jdbc.sql("""
                    update reading set sender_level = 'FULL'
                    where account_id = :account and reading_id = :reading
                    """)
                    .param("account", link.account().value())
                    .param("reading", same.id())
                    .update();
        }
    }

    private Submission accept(Link link, Meter meter, long value, Sender sender, LocalDate today) {
        var period = ReadingPeriod.on(today, link.supplier());
        var reading = new Reading(
                UUID.randomUUID().toString(),
                meter.id(),
                today,
                value,
                Reading.Source.WEB,
                Reading.State.SENT,
                null,
                sender);
        save(
                sender,
                link,
                reading,
                meter.replaceable()
                        .flatMap(old -> Optional.ofNullable(old.id()))
                        .orElse(""));
        return new Submission.Accepted(reading, period.month());
    }

    // The lock comes first: of two readings at once, the later must see the earlier. A register that changes the meter
    // holds it until all of its lines are in: who waited for that would keep a connection from everybody else. Lines
    // that only refer to the meter do not stand against `no key`. Each statement of the trip looks anew, so what comes
    // after the lock sees what was written before it was free. The answer: the level that the sender has, which is more
    // than the link shows to who came by a reminder; empty where the account is closed.
    private static Ask<List<Optional<AccessLevel>>> lock(SubscriberId by, Link link, String meter) {
        return Ask.rows("select set_config('lock_timeout', '2s', true)", row -> true)
                .and(
                        Ask.rows(
                                """
                                select case when a.status = 'ACTIVE' then coalesce(s.level, 'BASIC') end as level
                                from meter m
                                join account a on a.account_id = m.account_id
                                left join account_subscriber s on s.account_id = m.account_id and s.subscriber_id = ?
                                where m.account_id = ? and a.account_id = ? and m.meter_id = ?
                                for no key update of m
                                """,
                                row -> Optional.ofNullable(row.getString("level"))
                                        .map(AccessLevel::valueOf),
                                by.value(),
                                link.account().value(),
                                link.account().value(),
                                meter),
                        (set, level) -> level);
    }

    /// @param replaced id of the reading that this one takes the place of; empty for none
    private void save(Sender sender, Link link, Reading reading, String replaced) {
        jdbc.sql("""
                with replaced as (
                    update reading set state = 'REPLACED'
                    where account_id = :account and reading_id = :replaced and state = 'SENT')
                insert into reading
                    (account_id, reading_id, meter_id, read_on, value, source, state, subscriber_id, sender_level, received_at)
                values (:account, :reading, :meter, :day, :value, 'WEB', 'SENT', :subscriber, :level, :now)
                """)
                .param("account", link.account().value())
                .param("replaced", replaced)
                .param("reading", reading.id())
                .param("meter", reading.meterId())
                .param("day", reading.day())
                .param("value", reading.value())
                .param("subscriber", Objects.requireNonNull(sender.id()).value())
                .param("level", sender.level().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static boolean isLockTimeout(DataAccessException e) {
        return e.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }
}
