package golubika.portal;

import golubika.charges.LateFee;
import golubika.charges.Stake;
import golubika.metering.Meter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Something that makes the next charges worse unless the person acts, and what it would cost.
public sealed interface Countdown {

    /// Months by average are being used up; none left means the norm comes next.
    ///
    /// @param away the meter is on verification, so that no reading can help
    record Averages(
            int used, int left, boolean away, @Nullable Stake stake) implements Countdown {}

    /// Charged by norm already, though there is a meter that would count.
    record ByNorm(@Nullable Stake stake) implements Countdown {}

    /// A meter is broken or its seal is: until somebody mends it, the norm is charged.
    record Broken(Meter meter, @Nullable Stake stake) implements Countdown {}

    /// The verification of a meter ends soon, or has ended.
    record Verification(
            Meter meter,
            LocalDate until,
            LocalDate today,
            @Nullable Stake stake) implements Countdown {
        public boolean isOver() {
            return today.isAfter(until);
        }

        public long daysLeft() {
            return today.until(until, ChronoUnit.DAYS);
        }
    }

    /// A debt is overdue.
    record Late(LateFee fee, LocalDate today) implements Countdown {
        public boolean hasBegun() {
            return fee.hasBegun(today);
        }
    }
}
