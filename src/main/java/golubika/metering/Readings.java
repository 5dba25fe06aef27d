package golubika.metering;

import golubika.accounts.Link;
import golubika.subscribers.SubscriberId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes readings from subscribers.
@Component
public class Readings {

    // From thrice the usual on, a slip of the fingers is likelier than a hard winter.
    private static final BigDecimal MUCH = BigDecimal.valueOf(3);
    // So little use never looks suspicious, however small the usual one is.
    private static final BigDecimal LITTLE = BigDecimal.valueOf(30);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final Meters meters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Readings(JdbcClient jdbc, Meters meters, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
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
        if (!lock(link, offer.meterId())) {
            return new Submission.NoSuchMeter();
        }
        var meter = meters.find(link, offer.meterId()).orElseThrow();
        var today = today(link);
        var refusal = refusal(link, meter, offer, today);
        return refusal != null ? refusal : accept(by, link, meter, offer.value(), today);
    }

    /// What would become of the offer, without sending it.
    public @Nullable Submission refusal(Link link, Meter meter, Offer offer) {
        return refusal(link, meter, offer, today(link));
    }

    private static @Nullable Submission refusal(Link link, Meter meter, Offer offer, LocalDate today) {
        var switches = link.supplier().switches();
        if (meter.status() != Meter.Status.ACTIVE) {
            return new Submission.NoSuchMeter();
        }
        if (meter.verificationExpiredOn(today) && !switches.readingsAfterVerification()) {
            return new Submission.VerificationExpired(Objects.requireNonNull(meter.validTo()));
        }
        if (Long.toString(offer.value()).length() > meter.digits()) {
            return new Submission.TooManyDigits(meter.digits());
        }
        var previous = meter.previous();
        if (previous == null) {
            return null;
        }
        if (offer.value() < previous.value()) {
            return below(previous, meter, offer, switches.rollOver(), switches.largestUse());
        }
        if (offer.value() == previous.value() && !switches.zeroUse()) {
            return new Submission.NoUse(previous);
        }
        return offer.sure() ? null : muchMore(offer, offer.value() - previous.value(), switches.largestUse());
    }

    // A counter that passed its last digit shows little after having shown almost everything.
    private static @Nullable Submission below(
            Reading previous, Meter meter, Offer offer, boolean rollOver, int largestUse) {
        var use = power(meter.digits()) - previous.value() + offer.value();
        if (!rollOver || use > largestUse) {
            return new Submission.BelowPrevious(previous);
        }
        return offer.sure() ? null : new Submission.PassedZero(previous, use);
    }

    private static @Nullable Submission muchMore(Offer offer, long use, int largestUse) {
        var used = BigDecimal.valueOf(use);
        var usual = offer.usual();
        if (usual != null && used.compareTo(LITTLE) > 0 && used.compareTo(usual.multiply(MUCH)) > 0) {
            return new Submission.MuchMore(use, usual);
        }
        return use > largestUse ? new Submission.MuchMore(use, BigDecimal.valueOf(largestUse)) : null;
    }

    private Submission accept(SubscriberId by, Link link, Meter meter, long value, LocalDate today) {
        var period = ReadingPeriod.on(today, link.supplier());
        var last = meter.last();
        if (meter.hasReadingOfPeriod() && last != null && last.id() != null) {
            if (last.value() == value) {
                return new Submission.Accepted(last, period.month());
            }
            replace(link, last.id());
        }
        var reading = new Reading(
                UUID.randomUUID().toString(), meter.id(), today, value, Reading.Source.WEB, Reading.State.SENT, null);
        save(by, link, reading);
        return new Submission.Accepted(reading, period.month());
    }

    // The lock comes first: of two readings at once, the later must see the earlier. A register that changes the meter
    // holds it until all of its lines are in: who waited for that would keep a connection from everybody else. Lines
    // that only refer to the meter do not stand against `no key`.
    private boolean lock(Link link, String meter) {
        jdbc.sql("set local lock_timeout = '2s'").update();
        return jdbc.sql("""
                select meter_id from meter where account_id = :account and meter_id = :meter for no key update
                """)
                .param("account", link.account().value())
                .param("meter", meter)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void replace(Link link, String reading) {
        jdbc.sql("""
                update reading set state = 'REPLACED'
                where account_id = :account and reading_id = :reading and state = 'SENT'
                """)
                .param("account", link.account().value())
                .param("reading", reading)
                .update();
    }

    private void save(SubscriberId by, Link link, Reading reading) {
        jdbc.sql("""
                insert into reading
                    (account_id, reading_id, meter_id, read_on, value, source, state, subscriber_id, received_at)
                values (:account, :reading, :meter, :day, :value, 'WEB', 'SENT', :subscriber, :now)
                """)
                .param("account", link.account().value())
                .param("reading", reading.id())
                .param("meter", reading.meterId())
                .param("day", reading.day())
                .param("value", reading.value())
                .param("subscriber", by.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static boolean isLockTimeout(DataAccessException e) {
        return e.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }

    private static long power(int digits) {
        var power = 1L;
        for (var i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
