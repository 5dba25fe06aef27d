package golubika.demo.billing;

import golubika.values.BillingMonth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A gas meter of a household, from its installation to its removal.
///
/// @param shows     what it showed when it was put in, or a little before the history begins
/// @param share     percent of the household's use that passes through it
/// @param awayFrom  the month in which it was taken off for verification, if it was
/// @param brokenFrom the month in which a check found its seal broken, if one did; nobody has put a new one on since
public record MeterPlan(
        String id,
        String serial,
        String model,
        int digits,
        boolean temperatureCorrected,
        LocalDate installed,
        @Nullable LocalDate removed,
        LocalDate verified,
        LocalDate validTo,
        long shows,
        int share,
        @Nullable BillingMonth awayFrom,
        @Nullable BillingMonth brokenFrom) {

    // A meter is back from verification after that many months.
    private static final int AWAY = 3;

    boolean isInPlaceDuring(BillingMonth month) {
        return !installed.isAfter(month.lastDay()) && (removed == null || !removed.isBefore(month.firstDay()));
    }

    boolean isAwayDuring(BillingMonth month) {
        return awayFrom != null && month.compareTo(awayFrom) >= 0 && month.compareTo(awayFrom.plus(AWAY)) < 0;
    }

    boolean isBrokenDuring(BillingMonth month) {
        return brokenFrom != null && month.compareTo(brokenFrom) >= 0;
    }

    /// The last day of the verification that holds at the end of the month.
    LocalDate validTo(BillingMonth month) {
        return isBackBy(month) ? validTo.plusYears(5) : validTo;
    }

    LocalDate verified(BillingMonth month) {
        return awayFrom != null && isBackBy(month) ? awayFrom.plus(AWAY).firstDay() : verified;
    }

    private boolean isBackBy(BillingMonth month) {
        return awayFrom != null && month.compareTo(awayFrom.plus(AWAY)) >= 0;
    }

    /// m³ after which the counter begins again at 0.
    public long range() {
        var range = 1L;
        for (var i = 0; i < digits; i++) {
            range *= 10;
        }
        return range;
    }
}
