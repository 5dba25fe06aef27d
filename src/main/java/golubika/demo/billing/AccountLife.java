package golubika.demo.billing;

import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Receipt;
import golubika.metering.Reading;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// One account, month after month: use, readings, charges, payments, and what is owed at the end of each.
final class AccountLife {

    private final Household household;
    private final Supplier supplier;
    private final UnmeteredLines unmetered;
    private final ReadingHabits readings;
    private final PaymentHabits payments;
    private final List<MeterLife> meters;
    private final Purse purse = new Purse();
    private Money gas = Money.ZERO;
    private Money maintenance = Money.ZERO;

    AccountLife(
            Household household,
            Supplier supplier,
            Prices prices,
            BillingMonth first,
            ReadingHabits readings,
            PaymentHabits payments) {
        this.household = household;
        this.supplier = supplier;
        this.unmetered = new UnmeteredLines(household, prices);
        this.readings = readings;
        this.payments = payments;
        this.meters = household.meters().stream()
                .map(plan -> new MeterLife(plan, household, prices, readings.day(first.previous())))
                .toList();
    }

    /// Closes the next month. Months follow one another without a gap.
    ClosedMonth close(BillingMonth month) {
        var shown = new ArrayList<Reading>();
        var charges = gas(month, shown);
        charges.add(unmetered.maintenance(month));
        var sum = charges.stream().map(Charge::total).reduce(Money.ZERO, Money::plus);
        var receipts = payments.in(month, gas.plus(maintenance), sum);
        var penalty = purse.pass(month, paid(month, receipts));
        purse.charge(supplier.dueDate(month).orElseThrow(), sum);
        charges.set(0, withPenalty(charges.getFirst(), penalty));
        return new ClosedMonth(
                month,
                charges,
                balances(month, charges, receipts),
                receipts,
                shown,
                meters.stream()
                        .filter(meter -> !meter.plan().installed().isAfter(month.lastDay()))
                        .map(meter -> meter.state(month))
                        .toList());
    }

    private List<Charge> gas(BillingMonth month, List<Reading> shown) {
        var charges = new ArrayList<Charge>();
        var byNorm = true;
        for (var meter : meters) {
            if (!meter.plan().isInPlaceDuring(month)) {
                continue;
            }
            meter.use(use(meter.plan(), month));
            var outcome = readings.of(meter, month);
            shown.addAll(outcome.shown());
            if (outcome.counts() == null && meter.isUseless(month)) {
                continue;
            }
            var lines = meter.charge(month, outcome.counts());
            charges.addAll(lines);
            byNorm &= lines.isEmpty();
            if (outcome.counts() == null) {
                lines.forEach(line -> meter.estimated(line.total()));
            }
        }
        if (byNorm) {
            var line = unmetered.norm(month, meters);
            charges.add(line);
            meters.stream()
                    .filter(meter -> meter.plan().isInPlaceDuring(month) && !meter.isUseless(month))
                    .findFirst()
                    .ifPresent(meter -> meter.estimated(line.total()));
        }
        return charges;
    }

    // In the month of a replacement the old meter counts the days before it and the new one the days after.
    private long use(MeterPlan plan, BillingMonth month) {
        var all = (long) household.use().in(month) * plan.share() / 100;
        var removed = plan.removed();
        var days = month.month().lengthOfMonth();
        if (removed != null && BillingMonth.of(removed).equals(month)) {
            return all * removed.getDayOfMonth() / days;
        }
        return BillingMonth.of(plan.installed()).equals(month)
                ? all - all * plan.installed().getDayOfMonth() / days
                : all;
    }

    private static Charge withPenalty(Charge line, Money penalty) {
        return new Charge(
                line.month(),
                line.lineId(),
                line.service(),
                line.method(),
                line.averageMonth(),
                line.meterId(),
                line.previousValue(),
                line.currentValue(),
                line.volume(),
                line.coefficient(),
                line.price(),
                line.accrued(),
                line.recalculated(),
                line.benefit(),
                penalty,
                line.cause(),
                line.recalculatedFor());
    }

    private List<Purse.Paid> paid(BillingMonth month, List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> new Purse.Paid(
                        within(month, LocalDate.ofInstant(receipt.paidAt(), supplier.timeZone())), receipt.amount()))
                .sorted(Comparator.comparing(Purse.Paid::day))
                .toList();
    }

    // A payment that the portal confirmed after the month of its day is booked on the first day that is still open.
    private static LocalDate within(BillingMonth month, LocalDate day) {
        return day.isBefore(month.firstDay()) ? month.firstDay() : day.isAfter(month.lastDay()) ? month.lastDay() : day;
    }

    private List<Balance> balances(BillingMonth month, List<Charge> charges, List<Receipt> receipts) {
        var paid = receipts.stream().map(Receipt::amount).reduce(Money.ZERO, Money::plus);
        var maintenanceLines = lines(charges, Prices.MAINTENANCE);
        var owedForMaintenance =
                maintenance.plus(household.story().paying().paysWithReading() ? total(maintenanceLines) : Money.ZERO);
        var forMaintenance = smaller(paid, owedForMaintenance.isNegative() ? Money.ZERO : owedForMaintenance);
        var gasBalance = balance(month, Prices.GAS, gas, lines(charges, Prices.GAS), paid.minus(forMaintenance));
        var maintenanceBalance = balance(month, Prices.MAINTENANCE, maintenance, maintenanceLines, forMaintenance);
        var whole = balance(month, "", gas.plus(maintenance), charges, paid);
        gas = gasBalance.closing();
        maintenance = maintenanceBalance.closing();
        if (!whole.closing().equals(purse.balance())) {
            throw new IllegalStateException(household.account() + " " + month + " does not add up");
        }
        return List.of(whole, gasBalance, maintenanceBalance);
    }

    private Balance balance(BillingMonth month, String service, Money opening, List<Charge> charges, Money paid) {
        var accrued = sum(charges, Charge::accrued).minus(sum(charges, Charge::benefit));
        var recalculated = sum(charges, Charge::recalculated);
        var penalty = sum(charges, Charge::penalty);
        return new Balance(
                month,
                service,
                month.next().firstDay(),
                opening,
                accrued,
                paid,
                recalculated,
                penalty,
                opening.plus(accrued).plus(recalculated).plus(penalty).minus(paid),
                supplier.dueDate(month).orElseThrow());
    }

    private static List<Charge> lines(List<Charge> charges, String service) {
        return charges.stream()
                .filter(charge -> charge.service().equals(service))
                .toList();
    }

    private static Money total(List<Charge> charges) {
        return sum(charges, Charge::total);
    }

    private static Money sum(List<Charge> charges, Function<Charge, Money> part) {
        return charges.stream().map(part).reduce(Money.ZERO, Money::plus);
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
