package golubika.charges;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of a month as the billing reckoned it. The portal shows and explains it, it never reckons one itself.
///
/// @param averageMonth which month in a row (1 to 3) by average, for AVERAGE
/// @param volume       m³, or months and pieces for FIXED
/// @param coefficient  brings the volume to 20 °C where the meter does not
/// @param price        roubles for one unit of volume, 5 decimals
/// @param benefit      discount, positive
/// @param cause        why it is not by a reading; null for METER and FIXED, and where the billing does not say
/// @param recalculatedFor what the recalculation is for, in the billing's words
public record Charge(
        BillingMonth month,
        String lineId,
        String service,
        Method method,
        @Nullable Integer averageMonth,
        @Nullable String meterId,
        @Nullable Long previousValue,
        @Nullable Long currentValue,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal coefficient,
        @Nullable BigDecimal price,
        Money accrued,
        Money recalculated,
        Money benefit,
        Money penalty,
        @Nullable Cause cause,
        @Nullable String recalculatedFor) {

    /// How the volume came about (Правила поставки газа, пункты 25–32).
    public enum Method {
        METER,
        AVERAGE,
        NORM,
        FIXED
    }

    /// Why there was no reading to charge by (Правила поставки газа, пункты 28–32).
    public enum Cause {
        NO_METER,
        NO_READING,
        VERIFICATION_EXPIRED,
        SEAL_BROKEN,
        ON_VERIFICATION
    }

    /// What the line adds to the debt.
    public Money total() {
        return accrued.plus(recalculated).plus(penalty).minus(benefit);
    }

    /// Volume × coefficient × price, rounded half-up once; empty where the billing has not sent what it takes.
    public Optional<Money> reckoned() {
        if (volume == null || price == null) {
            return Optional.empty();
        }
        return Optional.of(Money.roundedFrom(volume.multiply(Objects.requireNonNullElse(coefficient, BigDecimal.ONE))
                .multiply(price)));
    }

    /// Whether it is gas by volume, as against a fee for a month.
    public boolean isGas() {
        return method != Method.FIXED && volume != null;
    }
}
