package golubika.demo.billing;

import golubika.metering.Reading;
import golubika.metering.ReadingPeriod;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which readings an account's billing gets in a month, and which of them counts.
///
/// @param anchor the month in which the demo began
record ReadingHabits(Household household, Supplier supplier, BillingMonth anchor, List<Reading> sent, Chance chance) {

    // A contractor looks at every meter twice a year.
    private static final List<Integer> INSPECTED = List.of(4, 10);
    private static final List<Reading.Source> SOURCES = List.of(
            Reading.Source.BANK, Reading.Source.OPERATOR, Reading.Source.SMS, Reading.Source.BOT, Reading.Source.BANK);

    /// @param counts the reading that the month is charged by, if there is one
    record Outcome(List<Reading> shown, @Nullable Reading counts) {}

    Outcome of(MeterLife meter, BillingMonth month) {
        var plan = meter.plan();
        var removed = plan.removed();
        if (removed != null && BillingMonth.of(removed).equals(month)) {
            return counted(reading(meter, removed, Reading.Source.INSPECTION));
        }
        if (isInHandOfPortal(plan, month)) {
            return sent(meter, month);
        }
        if (meter.isExpiredOn(day(month), month)
                || plan.isAwayDuring(month)
                || plan.isBrokenDuring(month)
                || household.story().forgets(Story.offset(anchor, month))) {
            return new Outcome(List.of(), null);
        }
        return counted(reading(meter, day(month), source(month)));
    }

    /// The day of the month on which this household reads its meter: within the window of any supplier.
    LocalDate day(BillingMonth month) {
        return month.firstDay()
                .withDayOfMonth(
                        household.owes() != null ? 23 : chance.between(16, 24, "reading", household.number(), month));
    }

    private Outcome sent(MeterLife meter, BillingMonth month) {
        var judged = new ArrayList<Reading>();
        Reading counts = null;
        for (var reading : sent) {
            if (reading.meterId().equals(meter.plan().id())
                    && countsFor(reading).equals(month)) {
                var refusal = refusal(meter, month, reading);
                judged.add(judged(reading, refusal));
                counts = refusal == null ? reading : counts;
            }
        }
        return new Outcome(judged, counts);
    }

    private @Nullable String refusal(MeterLife meter, BillingMonth month, Reading reading) {
        if (meter.isExpiredOn(reading.day(), month)) {
            return "Срок поверки счётчика истёк";
        }
        return meter.accepts(reading.value(), supplier.switches().largestUse()) ? null : "Показание меньше предыдущего";
    }

    private boolean isInHandOfPortal(MeterPlan plan, BillingMonth month) {
        return sent.stream()
                .anyMatch(reading -> reading.meterId().equals(plan.id())
                        && countsFor(reading).compareTo(month) <= 0);
    }

    private BillingMonth countsFor(Reading reading) {
        return ReadingPeriod.on(reading.day(), supplier).month();
    }

    private Reading.Source source(BillingMonth month) {
        return INSPECTED.contains(month.month().getMonthValue())
                ? Reading.Source.INSPECTION
                : chance.oneOf(SOURCES, "source", household.number());
    }

    private static Outcome counted(Reading reading) {
        return new Outcome(List.of(reading), reading);
    }

    private static Reading reading(MeterLife meter, LocalDate day, Reading.Source source) {
        var id = "R-" + meter.plan().id() + "-" + day;
        return new Reading(id, meter.plan().id(), day, meter.shown(), source, Reading.State.ACCEPTED, null);
    }

    private static Reading judged(Reading sent, @Nullable String refusal) {
        var state = refusal == null ? Reading.State.ACCEPTED : Reading.State.REFUSED;
        return new Reading(sent.id(), sent.meterId(), sent.day(), sent.value(), sent.source(), state, refusal);
    }
}
