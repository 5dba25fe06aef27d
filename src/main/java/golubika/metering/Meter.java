package golubika.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A gas meter of an account with the last reading that counts.
///
/// @param number               1, 2 … on this account: «Счётчик 1»
/// @param digits               whole cubic metres that the counter can show
/// @param validTo              last day of its verification, after which its readings stop counting
/// @param temperatureCorrected whether the meter itself reckons to 20 °C
/// @param last                 the newest reading known to the portal, of whatever source
/// @param previous             the newest reading before the one sent for the present period: what a new one is checked
/// against
public record Meter(
        String id,
        int number,
        String serial,
        @Nullable String model,
        int digits,
        @Nullable LocalDate verified,
        @Nullable LocalDate validTo,
        boolean temperatureCorrected,
        Status status,
        @Nullable Reading last,
        @Nullable Reading previous) {

    public enum Status {
        ACTIVE,
        REMOVED,
        BROKEN,
        ON_VERIFICATION
    }

    /// The meter for eyes that must not see what tells it from others.
    public Meter unnamed() {
        return new Meter(id, number, "", null, digits, verified, validTo, temperatureCorrected, status, last, previous);
    }

    public boolean verificationExpiredOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }

    /// Whether the reading sent for the present period may still be replaced by another.
    public boolean hasReadingOfPeriod() {
        return last != null && !last.equals(previous);
    }

    public long previousValue() {
        return previous == null ? 0 : previous.value();
    }
}
