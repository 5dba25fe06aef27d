package golubika.demo.billing;

import golubika.charges.Charge;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a charge that no meter brings: gas by the norm, and the maintenance of the equipment.
final class UnmeteredLines {

    private final Household household;
    private final Prices prices;

    UnmeteredLines(Household household, Prices prices) {
        this.household = household;
        this.prices = prices;
    }

    /// The line of a month in which no meter counts.
    Charge norm(BillingMonth month, List<MeterLife> meters) {
        var volume = household.direction().norm(household.home()).setScale(5);
        var price = prices.gas(household.direction(), month.firstDay());
        var accrued = Money.roundedFrom(volume.multiply(price));
        return charge(
                month,
                "GAS-NORM",
                Prices.GAS,
                Charge.Method.NORM,
                volume,
                price,
                accrued,
                Benefits.of(household, accrued),
                whyByNorm(month, meters));
    }

    private static Charge.Cause whyByNorm(BillingMonth month, List<MeterLife> meters) {
        var inPlace = meters.stream()
                .filter(meter -> meter.plan().isInPlaceDuring(month))
                .toList();
        if (inPlace.isEmpty()) {
            return Charge.Cause.NO_METER;
        }
        if (inPlace.stream().anyMatch(meter -> meter.plan().isBrokenDuring(month))) {
            return Charge.Cause.SEAL_BROKEN;
        }
        if (inPlace.stream().anyMatch(meter -> meter.isUseless(month))) {
            return Charge.Cause.VERIFICATION_EXPIRED;
        }
        return inPlace.stream().anyMatch(meter -> meter.plan().isAwayDuring(month))
                ? Charge.Cause.ON_VERIFICATION
                : Charge.Cause.NO_READING;
    }

    Charge maintenance(BillingMonth month) {
        var price = prices.maintenance(household.direction(), month.firstDay());
        return charge(
                month,
                "MAINTENANCE",
                Prices.MAINTENANCE,
                Charge.Method.FIXED,
                BigDecimal.ONE,
                price.setScale(5),
                Money.exactlyFrom(price),
                Money.ZERO,
                null);
    }

    private static Charge charge(
            BillingMonth month,
            String line,
            String service,
            Charge.Method method,
            BigDecimal volume,
            BigDecimal price,
            Money accrued,
            Money benefit,
            Charge.@Nullable Cause cause) {
        return new Charge(
                month,
                line,
                service,
                method,
                null,
                null,
                null,
                null,
                volume,
                Coefficients.ONE,
                price,
                accrued,
                Money.ZERO,
                benefit,
                Money.ZERO,
                cause,
                null);
    }
}
