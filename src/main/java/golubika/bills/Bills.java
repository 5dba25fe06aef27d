package golubika.bills;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.bills.Bill.MeterOnBill;
import golubika.bills.Bill.Settled;
import golubika.bills.Bill.Shown;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.charges.Statements;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.Reading;
import golubika.metering.RemovedMeter;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The bills of accounts. They are not stored: each is put together from what registers have brought, whenever somebody
/// looks (docs/decisions/0012).
@Component
public class Bills {

    private static final int MONTHS_SETTLED = 3;
    // Readings that a month is charged by may have been taken some days after its end.
    private static final int DAYS_AFTER = 15;

    private final Trips trips;
    private final Meters meters;
    private final PrintedPins pins;

    Bills(Trips trips, Meters meters, PrintedPins pins) {
        this.trips = trips;
        this.meters = meters;
        this.pins = pins;
    }

    /// Months of an account that have a bill, newest first, as far back as the supplier shows them.
    public List<BillingMonth> months(Link link) {
        var newest = trips.ask(Debts.ask(link)).month();
        return newest == null
                ? List.of()
                : trips.ask(Statements.askBalances(link.account(), oldest(link, newest), newest)).stream()
                        .filter(Balance::isWhole)
                        .map(Balance::month)
                        .toList();
    }

    /// The bill of a month as the holder of that link may see it; empty for a month that the billing has not closed, or
    /// that lies further back than the supplier shows.
    public Optional<Bill> find(Link link, BillingMonth month) {
        var account = link.account();
        var first = month.plus(1 - MONTHS_SETTLED);
        var trip = trips.begin();
        var described = trip.ask(Accounts.ask(account));
        var owed = trip.ask(Debts.ask(link));
        var inUse = trip.ask(meters.ask(link));
        var removed = trip.ask(Meters.askRemoved(link));
        var charges = trip.ask(Statements.askCharges(account, first, month));
        var balances = trip.ask(Statements.askBalances(account, first, month));
        var readings = trip.ask(Meters.askReadings(
                account, first.previous().firstDay(), month.lastDay().plusDays(DAYS_AFTER)));
        var pin = trip.ask(link.allows(Deed.SEE_PIN) ? pins.ask(account) : Ask.known(Optional.<String>empty()));
        trip.go();
        var debt = owed.get();
        return described
                .get()
                .filter(known -> isShown(link, month, debt.month()))
                .flatMap(known -> whole(balances.get(), month).map(closed -> {
                    var lines = of(month, charges.get());
                    var read = new ReadMeters(inUse.get(), removed.get(), readings.get());
                    return bill(
                            link,
                            known,
                            closed,
                            debt,
                            lines,
                            settled(balances.get(), charges.get()),
                            read.of(lines),
                            pin.get().orElse(null));
                }));
    }

    private static Bill bill(
            Link link,
            Account account,
            Balance closed,
            Debt debt,
            List<Charge> lines,
            List<Settled> settled,
            List<MeterOnBill> meters,
            @Nullable String pin) {
        var newest = closed.month().equals(debt.month());
        return new Bill(
                link.supplier(),
                account,
                link.number(),
                closed.month(),
                newest,
                closed.asOf(),
                closed.dueDate() != null
                        ? closed.dueDate()
                        : link.supplier().dueDate(closed.month()).orElse(null),
                newest ? debt.amount() : closed.closing(),
                newest ? debt.unknownPaid() : Money.ZERO,
                debt.amount(),
                lines,
                settled,
                meters,
                pin);
    }

    private static boolean isShown(Link link, BillingMonth month, @Nullable BillingMonth newest) {
        return newest != null && month.compareTo(oldest(link, newest)) >= 0 && month.compareTo(newest) <= 0;
    }

    private static BillingMonth oldest(Link link, BillingMonth newest) {
        return newest.plus(1 - Math.max(1, link.supplier().historyMonths()));
    }

    private static Optional<Balance> whole(List<Balance> balances, BillingMonth month) {
        return balances.stream()
                .filter(balance -> balance.isWhole() && balance.month().equals(month))
                .findFirst();
    }

    private static List<Settled> settled(List<Balance> balances, List<Charge> charges) {
        return balances.stream()
                .filter(Balance::isWhole)
                .sorted(Comparator.comparing(Balance::month))
                .map(balance -> Settled.of(balance, benefits(of(balance.month(), charges))))
                .toList();
    }

    private static Money benefits(List<Charge> lines) {
        return lines.stream().map(Charge::benefit).reduce(Money.ZERO, Money::plus);
    }

    private static List<Charge> of(BillingMonth month, List<Charge> charges) {
        return charges.stream().filter(charge -> charge.month().equals(month)).toList();
    }

    /// The account's meters, and what is known of their readings.
    private record ReadMeters(List<Meter> inUse, List<RemovedMeter> removed, List<Reading> readings) {

        List<MeterOnBill> of(List<Charge> lines) {
            var shown = new ArrayList<MeterOnBill>();
            for (var meter : inUse) {
                var own = of(lines, meter.id());
                var paid = paid(meter.id(), own);
                shown.add(new MeterOnBill(
                        meter.id(),
                        meter.number(),
                        meter.serial(),
                        meter.model(),
                        meter.digits(),
                        meter.validTo(),
                        paid,
                        previous(meter.id(), own, paid)));
            }
            for (var meter : removed) {
                var own = of(lines, meter.id());
                if (!own.isEmpty()) {
                    var paid = paid(meter.id(), own);
                    shown.add(new MeterOnBill(
                            meter.id(),
                            null,
                            meter.serial(),
                            null,
                            meter.digits(),
                            null,
                            paid,
                            previous(meter.id(), own, paid)));
                }
            }
            return shown;
        }

        private static List<Charge> of(List<Charge> lines, String meter) {
            return lines.stream().filter(line -> meter.equals(line.meterId())).toList();
        }

        // A month of two prices has two lines of one meter: it began where the first begins and ended with the last.
        private @Nullable Shown paid(String meter, List<Charge> lines) {
            return lines.stream()
                    .map(Charge::currentValue)
                    .filter(value -> value != null)
                    .reduce((first, last) -> last)
                    .map(value -> shown(meter, value, LocalDate.MAX))
                    .orElse(null);
        }

        private @Nullable Shown previous(String meter, List<Charge> lines, @Nullable Shown paid) {
            return lines.stream()
                    .map(Charge::previousValue)
                    .filter(value -> value != null)
                    .findFirst()
                    .map(value -> shown(meter, value, paid == null || paid.day() == null ? LocalDate.MAX : paid.day()))
                    .orElse(null);
        }

        // A line tells the values alone; the day is that of the newest reading which may have brought it.
        private Shown shown(String meter, long value, LocalDate before) {
            var own = readings.stream().filter(reading -> reading.meterId().equals(meter));
            var stated =
                    inUse.stream().filter(one -> one.id().equals(meter)).flatMap(one -> Stream.ofNullable(one.last()));
            @Nullable
            LocalDate day = Stream.concat(own, stated)
                    .filter(reading -> reading.value() == value && reading.day().isBefore(before))
                    .map(Reading::day)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            return new Shown(value, day);
        }
    }
}
