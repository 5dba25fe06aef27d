package golubika.demo.billing;

import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The meters of an invented household, as its story needs them.
///
/// @param first  the first month that is reckoned
/// @param anchor the month in which the demo began
record MeterPlans(String account, Story story, Use use, BillingMonth first, BillingMonth anchor, Chance chance) {

    private static final List<String> MODELS = List.of("ВК-G4", "СГМН-1-G6", "Гранд-4", "NPM-G4");

    List<MeterPlan> all() {
        return switch (story) {
            case NO_METER -> List.of();
            case TWO_METERS -> List.of(usual("1", 70), usual("2", 30));
            case REPLACED_METER -> replaced(anchor.plus(-6));
            case SMALL_READING -> replaced(anchor.plus(-1));
            default -> List.of(usual("1", 100));
        };
    }

    /// A meter that shows just this at the end of the month in which the demo began.
    MeterPlan showing(long value, String serial) {
        var plan = usual("1", 100);
        return new MeterPlan(
                plan.id(),
                serial,
                "ВК-G4",
                5,
                true,
                plan.installed(),
                null,
                anchor.plus(-5).firstDay().withDayOfMonth(14),
                anchor.plus(-5).firstDay().withDayOfMonth(14).plusYears(5),
                value - used(first, anchor, 100),
                100,
                null,
                null);
    }

    private MeterPlan usual(String place, int share) {
        var installed = anchor.firstDay().minusYears(chance.between(4, 9, "installed", account, place));
        var validTo = validTo(place);
        var shown = story == Story.BIG_READING ? 99_870 : chance.between(9_000, 60_000, "shown", account, place);
        return plan(place, installed, null, validTo, shown - used(first, anchor, share), share);
    }

    // The old meter goes and the new one comes on the 10th, with a counter at 0.
    private List<MeterPlan> replaced(BillingMonth month) {
        var day = month.firstDay().withDayOfMonth(10);
        var old = plan(
                "1", day.minusYears(9), day, day.plusMonths(2), chance.between(9_000, 60_000, "old", account), 100);
        return List.of(old, plan("2", day, null, day.plusYears(10), 0, 100));
    }

    private MeterPlan plan(
            String place, LocalDate installed, @Nullable LocalDate removed, LocalDate validTo, long shows, int share) {
        var serial = "%08d".formatted(chance.between(100_000, 9_999_999, "serial", account, place));
        var away = story == Story.ON_VERIFICATION ? anchor.previous() : null;
        return new MeterPlan(
                account + "-" + place,
                serial,
                chance.oneOf(MODELS, "model", account),
                5,
                story != Story.TEMPERATURE,
                installed,
                removed,
                validTo.minusYears(10),
                validTo,
                shows,
                share,
                away,
                story == Story.SEAL_BROKEN ? anchor.plus(-2) : null);
    }

    private LocalDate validTo(String place) {
        return switch (story) {
            case VERIFICATION_EXPIRED -> anchor.plus(-3).firstDay().withDayOfMonth(14);
            case VERIFICATION_SOON -> anchor.next().lastDay().plusDays(9);
            case ON_VERIFICATION -> anchor.plus(2).lastDay();
            default -> anchor.lastDay().plusMonths(chance.between(30, 90, "valid", account, place));
        };
    }

    private long used(BillingMonth from, BillingMonth to, int share) {
        var sum = 0L;
        for (var month = from; month.compareTo(to) <= 0; month = month.next()) {
            sum += (long) use.in(month) * share / 100;
        }
        return sum;
    }
}
