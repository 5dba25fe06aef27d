package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.ReadingPeriod;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.PortalSecret;
import golubika.site.Texts;
import golubika.values.BillingMonth;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The days of an account that one must not miss (D4): the end of the window for readings and the last day to pay, for
/// a year to come, and the end of each meter's verification. It holds no name, no address, no number and no sum: an
/// account goes by its own name, or by the end of its number. A closed account has its last bill to pay while
/// something is owed, and no more.
@Component
class AccountCalendar {

    private static final int MONTHS = 12;
    private static final int UID_BYTES = 12;
    private static final byte[] CONTEXT = "calendar".getBytes(StandardCharsets.US_ASCII);

    private final Trips trips;
    private final Meters meters;
    private final Texts texts;
    private final PortalSecret secret;
    private final PortalAddress portal;
    private final Clock clock;

    AccountCalendar(Trips trips, Meters meters, Texts texts, PortalSecret secret, PortalAddress portal, Clock clock) {
        this.trips = trips;
        this.meters = meters;
        this.texts = texts;
        this.secret = secret;
        this.portal = portal;
        this.clock = clock;
    }

    ICalendar of(Link link) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        var trip = trips.begin();
        var account = trip.ask(Accounts.ask(link.account()));
        var all = trip.ask(meters.ask(link));
        var owed = trip.ask(Debts.ask(link));
        trip.go();
        var closed = account.get().map(Account::closed).orElse(true);
        var inUse = closed
                ? List.<Meter>of()
                : all.get().stream().filter(Meter::isActive).toList();
        var days = new ArrayList<ICalendar.Day>();
        var month = BillingMonth.of(today);
        for (var i = 0; i < (closed ? 0 : MONTHS); i++) {
            if (!inUse.isEmpty() && link.allows(Deed.SEND_READING)) {
                days.add(reading(link, month.plus(i)));
            }
            var paid = month.plus(i - 1);
            link.supplier().dueDate(paid).ifPresent(due -> days.add(payment(link, paid, due)));
        }
        if (closed) {
            lastPayment(link, owed.get()).ifPresent(days::add);
        }
        days.addAll(verifications(link, inUse));
        days.removeIf(day -> day.day().isBefore(today.minusMonths(1)));
        return new ICalendar(name(link), clock.instant().truncatedTo(ChronoUnit.DAYS), days);
    }

    private ICalendar.Day reading(Link link, BillingMonth month) {
        var period = ReadingPeriod.of(month, link.supplier());
        return new ICalendar.Day(
                uid(link, "reading", month.toString()),
                period.until(),
                texts.of("portal.calendar.reading", name(link)),
                texts.of(
                        "portal.calendar.reading.about",
                        Format.monthName(month),
                        Format.day(period.from()),
                        Format.day(period.until())),
                Duration.ofHours(38));
    }

    private ICalendar.Day payment(Link link, BillingMonth month, LocalDate due) {
        return new ICalendar.Day(
                uid(link, "payment", month.toString()),
                due,
                texts.of("portal.calendar.payment", name(link)),
                texts.of("portal.calendar.payment.about", Format.monthName(month), Format.day(due)),
                Duration.ofHours(62));
    }

    private Optional<ICalendar.Day> lastPayment(Link link, Debt debt) {
        return debt.amount().isPositive() && debt.month() != null && debt.dueDate() != null
                ? Optional.of(payment(link, debt.month(), debt.dueDate()))
                : Optional.empty();
    }

    private List<ICalendar.Day> verifications(Link link, List<Meter> inUse) {
        var days = new ArrayList<ICalendar.Day>();
        for (var meter : inUse) {
            if (meter.validTo() != null) {
                days.add(new ICalendar.Day(
                        uid(link, "verification", meter.id()),
                        meter.validTo(),
                        texts.of("portal.calendar.verification", name(link)),
                        texts.of("portal.calendar.verification.about", meter.number(), Format.date(meter.validTo())),
                        Duration.ofDays(14)));
            }
        }
        return days;
    }

    private String name(Link link) {
        return link.ownName() != null ? link.ownName() : texts.of("portal.no", link.maskedNumber());
    }

    // The account's id would give its number away.
    private String uid(Link link, String kind, String what) {
        var hash = secret.hash(CONTEXT, link.account() + kind + what);
        return HexFormat.of().formatHex(hash, 0, UID_BYTES) + '@' + portal.host();
    }
}
