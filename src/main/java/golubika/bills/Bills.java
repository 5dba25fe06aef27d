package golubika.bills;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.bills.Bill.MeterOnBill;
import golubika.bills.Bill.Settled;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.charges.Statements;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.ReadingPeriod;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final Clock clock;

    Bills(Trips trips, Meters meters, PrintedPins pins, Clock clock) {
        this.trips = trips;
        this.meters = meters;
        this.pins = pins;
        this.clock = clock;
    }

    /// Months of an account that have a bill, newest first, as far back as the supplier shows them.
    public List<BillingMonth> months(Link link) {
        var newest = trips.ask(Debts.ask(link)).month();
        return newest == null
                ? List.of()
                : trips.ask(Statements.askBalances(link.account(), oldest(link.supplier(), newest), newest)).stream()
                        .filter(Balance::isWhole)
                        .map(Balance::month)
                        .toList();
    }

    /// The bill of a month as the holder of that link may see it; empty for a month that the billing has not closed, or
    /// that lies further back than the supplier shows.
    public Optional<Bill> find(Link link, BillingMonth month) {
        var account = link.account();
        var first = month.plus(1 - MONTHS_SETTLED);
        var lastReading = month.lastDay().plusDays(DAYS_AFTER);
        var trip = trips.begin();
        var described = trip.ask(Accounts.ask(account));
        var owed = trip.ask(Debts.ask(link));
        var inUse = trip.ask(meters.ask(link));
        var removed = trip.ask(Meters.askRemoved(link));
        var charges = trip.ask(Statements.askCharges(account, first, month));
        var balances = trip.ask(Statements.askBalances(account, first, month));
        var readings = trip.ask(Meters.askReadings(account, first.previous().firstDay(), lastReading));
        var pin = trip.ask(link.allows(Deed.SEE_PIN) ? pins.ask(account) : Ask.known(Optional.<String>empty()));
        trip.go();
        var debt = owed.get();
        return described
                .get()
                .filter(known -> isShown(link.supplier(), month, debt.month()))
                .flatMap(known -> whole(balances.get(), month).map(closed -> {
                    var lines = of(month, charges.get());
                    var read = new ReadMeters(inUse.get(), removed.get(), readings.get(), lastReading);
                    return bill(
                            link,
                            known,
                            closed,
                            debt,
                            readingsUntil(link, known, closed, debt, inUse.get()),
                            lines,
                            settled(link, debt, balances.get(), charges.get()),
                            read.of(lines),
                            pin.get().orElse(null));
                }));
    }

    private static Bill bill(
            Link link,
            Account account,
            Balance closed,
            Debt debt,
            @Nullable LocalDate readingsUntil,
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
                readingsUntil,
                lines,
                settled,
                meters,
                pin);
    }

    // Of the newest month alone: until its window has passed, and while a meter has no reading for it.
    private @Nullable LocalDate readingsUntil(
            Link link, Account account, Balance closed, Debt debt, List<Meter> meters) {
        var period = ReadingPeriod.on(
                LocalDate.ofInstant(clock.instant(), link.supplier().timeZone()), link.supplier());
        return closed.month().equals(debt.month())
                        && period.month().equals(closed.month().next())
                        && !account.closed()
                        && meters.stream().anyMatch(meter -> meter.isActive() && !meter.hasReadingOfPeriod())
                ? period.until()
                : null;
    }

    /// Whether a month lies no further back than a supplier shows, and no later than the newest.
    static boolean isShown(Supplier supplier, BillingMonth month, @Nullable BillingMonth newest) {
        return newest != null && month.compareTo(oldest(supplier, newest)) >= 0 && month.compareTo(newest) <= 0;
    }

    private static BillingMonth oldest(Supplier supplier, BillingMonth newest) {
        return newest.plus(1 - Math.max(1, supplier.historyMonths()));
    }

    private static Optional<Balance> whole(List<Balance> balances, BillingMonth month) {
        return balances.stream()
                .filter(balance -> balance.isWhole() && balance.month().equals(month))
                .findFirst();
    }

    private static List<Settled> settled(Link link, Debt debt, List<Balance> balances, List<Charge> charges) {
        return balances.stream()
                .filter(balance -> balance.isWhole() && isShown(link.supplier(), balance.month(), debt.month()))
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
}
