package golubika.metering;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A gas meter of an account with the last reading that counts.
///
/// @param number               1, 2 … on this account: «Счётчик 1»
/// @param digits               whole cubic metres that the counter can show
/// @param validTo              last day of its verification, after which its readings stop counting
/// @param temperatureCorrected whether the meter itself reckons to 20 °C
/// @param last                 the newest reading known to the portal, of whatever source
/// @param previous             the newest reading before the one sent for the present period: what a new one is checked
///                             against
/// @param ofPeriod             the newest reading that counts for the present period already
/// @param installed            the day on which it was put in, where the billing states one
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
        @Nullable Reading previous,
        @Nullable Reading ofPeriod,
        @Nullable LocalDate installed) {

    public enum Status {
        ACTIVE,
        REMOVED,
        BROKEN,
        ON_VERIFICATION
    }

    /// The meter for eyes that must not see what tells it from others.
    public Meter unnamed() {
        return new Meter(
                id,
                number,
                "",
                null,
                digits,
                verified,
                validTo,
                temperatureCorrected,
                status,
                last,
                previous,
                ofPeriod,
                installed);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean verificationExpiredOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }

    /// Whether a reading of the present period is there, taken over by the billing or not yet.
    public boolean hasReadingOfPeriod() {
        return ofPeriod != null;
    }

    /// The reading of the present period that a new one takes the place of: the billing has not taken it over yet.
    public Optional<Reading> replaceable() {
        return Optional.ofNullable(ofPeriod)
                .filter(reading -> reading.id() != null && reading.state() == Reading.State.SENT);
    }

    /// Whether nothing is known of the meter but what it showed when it was put in.
    public boolean isNew() {
        return previous != null && previous.id() == null && previous.day().equals(installed);
    }

    public long previousValue() {
        return previous == null ? 0 : previous.value();
    }

    /// How many values the counter has: after the last one it shows zero.
    long turn() {
        var turn = 1L;
        for (var i = 0; i < digits; i++) {
            turn *= 10;
        }
        return turn;
    }

    /// m³ since the previous reading, never negative: a lower value means that the counter has passed its last digit.
    public long useUntil(long value) {
        var use = value - previousValue();
        return use >= 0 ? use : use + turn();
    }
}
