package golubika.demo.billing;

import golubika.charges.Charge;
import golubika.metering.Meter;
import golubika.metering.Reading;
import golubika.site.Format;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meter as the billing sees it: from reading to reading, and by average while none comes (Правила поставки газа,
/// пункты 25, 30–32).
final class MeterLife {

    private static final int MONTHS_OF_AVERAGE = 12;
    private static final int AVERAGES_IN_A_ROW = 3;

    private final MeterPlan plan;
    private final Household household;
    private final Prices prices;
    private final Deque<BigDecimal> volumes = new ArrayDeque<>();
    private long counter;
    private LocalDate lastDay;
    private long lastValue;
    private int estimatedInARow;
    private Money estimated = Money.ZERO;

    /// @param since the day of the reading from which the history goes on, for a meter that was there before it
    MeterLife(MeterPlan plan, Household household, Prices prices, LocalDate since) {
        this.plan = plan;
        this.household = household;
        this.prices = prices;
        this.counter = plan.shows();
        this.lastDay = plan.installed().isAfter(since) ? plan.installed() : since;
        this.lastValue = plan.shows() % plan.range();
    }

    MeterPlan plan() {
        return plan;
    }

    void use(long volume) {
        counter += volume;
    }

    /// What it shows, with its last digit passed where it is.
    long shown() {
        return counter % plan.range();
    }

    /// Whether a reading can follow the last one that counted: no less, unless the counter began again.
    boolean accepts(long value, int largestUse) {
        return value >= lastValue || since(value) <= largestUse;
    }

    ClosedMonth.MeterState state(BillingMonth month) {
        var removed = plan.removed();
        var status = removed != null && !removed.isAfter(month.lastDay())
                ? Meter.Status.REMOVED
                : plan.isBrokenDuring(month)
                        ? Meter.Status.BROKEN
                        : plan.isAwayDuring(month) ? Meter.Status.ON_VERIFICATION : Meter.Status.ACTIVE;
        return new ClosedMonth.MeterState(plan, status, plan.verified(month), plan.validTo(month), lastDay, lastValue);
    }

    /// Whether a reading of that day, in that month, no longer counts, as without a meter.
    boolean isExpiredOn(LocalDate day, BillingMonth month) {
        return day.isAfter(plan.validTo(month));
    }

    /// Whether no reading of the month can count: the verification is over or the seal is broken.
    boolean isUseless(BillingMonth month) {
        return plan.isBrokenDuring(month) || isExpiredOn(month.lastDay(), month);
    }

    /// The lines of a month; empty when three averages are used up and the norm has to be charged.
    List<Charge> charge(BillingMonth month, @Nullable Reading reading) {
        if (reading != null) {
            return metered(month, reading);
        }
        estimatedInARow++;
        return estimatedInARow > AVERAGES_IN_A_ROW || volumes.isEmpty() ? List.of() : List.of(average(month));
    }

    /// Keeps in mind what was charged without a reading, to take it back when one comes.
    void estimated(Money sum) {
        estimated = estimated.plus(sum);
    }

    // A month whose days fall under two prices has a line for each; the volume is shared out by days, in whole m³.
    private List<Charge> metered(BillingMonth month, Reading reading) {
        var lines = new ArrayList<Charge>();
        var volume = since(reading.value());
        var days = Math.max(1, ChronoUnit.DAYS.between(lastDay, reading.day()));
        var from = lastDay.plusDays(1);
        var used = 0L;
        while (used < volume || lines.isEmpty()) {
            var change = Prices.changeAfter(from);
            var last = change.isAfter(reading.day());
            var until = last ? volume : volume * ChronoUnit.DAYS.between(lastDay, change.minusDays(1)) / days;
            if (last || until > used) {
                lines.add(line(
                        month, used, until, from, lines.isEmpty() ? estimated.negated() : Money.ZERO, reading.day()));
            }
            used = until;
            from = change;
        }
        settle(reading, BigDecimal.valueOf(volume));
        return lines;
    }

    private Charge line(BillingMonth month, long from, long until, LocalDate day, Money takenBack, LocalDate reading) {
        var volume = BigDecimal.valueOf(until - from);
        var coefficient = Coefficients.of(plan, month);
        var price = prices.gas(household.direction(), day);
        var accrued = Money.roundedFrom(volume.multiply(coefficient).multiply(price));
        return new Charge(
                month,
                plan.id() + "-" + day,
                Prices.GAS,
                Charge.Method.METER,
                null,
                plan.id(),
                (lastValue + from) % plan.range(),
                (lastValue + until) % plan.range(),
                volume,
                coefficient,
                price,
                accrued,
                takenBack,
                Benefits.of(household, accrued),
                Money.ZERO,
                null,
                takenBack.isZero()
                        ? null
                        : "вместо начисленного без показаний, по показанию от " + Format.date(reading));
    }

    private Charge average(BillingMonth month) {
        var sum = volumes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var volume = sum.divide(BigDecimal.valueOf(volumes.size()), 3, RoundingMode.HALF_UP);
        var coefficient = Coefficients.of(plan, month);
        var price = prices.gas(household.direction(), month.firstDay());
        var accrued = Money.roundedFrom(volume.multiply(coefficient).multiply(price));
        return new Charge(
                month,
                plan.id() + "-" + month.firstDay(),
                Prices.GAS,
                Charge.Method.AVERAGE,
                estimatedInARow,
                plan.id(),
                null,
                null,
                volume,
                coefficient,
                price,
                accrued,
                Money.ZERO,
                Benefits.of(household, accrued),
                Money.ZERO,
                plan.isAwayDuring(month) ? Charge.Cause.ON_VERIFICATION : Charge.Cause.NO_READING,
                null);
    }

    private void settle(Reading reading, BigDecimal volume) {
        var months = BigDecimal.valueOf(estimatedInARow + 1L);
        for (var i = 0; i <= estimatedInARow; i++) {
            volumes.addLast(volume.divide(months, 3, RoundingMode.HALF_UP));
            if (volumes.size() > MONTHS_OF_AVERAGE) {
                volumes.removeFirst();
            }
        }
        estimatedInARow = 0;
        estimated = Money.ZERO;
        lastDay = reading.day();
        lastValue = reading.value();
    }

    private long since(long value) {
        return Math.floorMod(value - lastValue, plan.range());
    }
}
