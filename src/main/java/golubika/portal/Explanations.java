package golubika.portal;

import golubika.accounts.Account;
import golubika.charges.Charge;
import golubika.charges.Charge.Cause;
import golubika.charges.Charge.Method;
import golubika.charges.Law;
import golubika.metering.Meter;
import golubika.portal.ExplainedCharge.NormBase;
import golubika.portal.ExplainedCharge.Place;
import golubika.suppliers.Norm;
import golubika.suppliers.Supplier;
import golubika.suppliers.Tariff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Explains the lines of one month: how each was reckoned and by which law. What the billing does not say is taken
/// from the account's meters, but only for the newest month: how they stood earlier, nobody has told.
///
/// @param norms  empty where no line is by norm
/// @param newest whether the month is the newest
record Explanations(
        Supplier supplier,
        Account account,
        List<Meter> meters,
        List<Tariff> prices,
        List<Norm> norms,
        Law law,
        boolean newest) {

    List<ExplainedCharge> of(List<Charge> month) {
        return month.stream().map(charge -> explained(charge, month)).toList();
    }

    private ExplainedCharge explained(Charge charge, List<Charge> month) {
        var cause = cause(charge);
        return new ExplainedCharge(
                charge,
                supplier.serviceName(charge.service()),
                place(charge),
                cause,
                law.ground(charge.method(), cause, charge.month().lastDay()).orElse(null),
                orderNo(charge),
                charge.method() == Method.NORM ? norm(charge) : null,
                isInParts(charge, month),
                charge.reckoned()
                        .filter(reckoned -> !reckoned.equals(charge.accrued()))
                        .orElse(null));
    }

    private @Nullable Place place(Charge charge) {
        var meter = meters.stream()
                .filter(each -> each.id().equals(charge.meterId()))
                .findFirst()
                .orElse(null);
        return charge.meterId() == null || meter != null && meters.size() == 1 ? null : new Place(meter);
    }

    private @Nullable Cause cause(Charge charge) {
        if (charge.cause() != null || charge.method() == Method.METER || charge.method() == Method.FIXED) {
            return charge.cause();
        }
        var status = newest ? statusOf(charge) : null;
        if (status != null) {
            return status;
        }
        if (charge.method() == Method.AVERAGE) {
            return null;
        }
        return newest && meters.isEmpty() ? Cause.NO_METER : null;
    }

    // Only where every meter says the same: of several, nobody knows which one the line is about.
    private @Nullable Cause statusOf(Charge charge) {
        var causes = meters.stream()
                .map(meter -> status(meter, charge.month().lastDay()))
                .distinct()
                .toList();
        return causes.size() == 1 ? causes.getFirst() : null;
    }

    private static @Nullable Cause status(Meter meter, LocalDate day) {
        return switch (meter.status()) {
            case BROKEN -> Cause.SEAL_BROKEN;
            case ON_VERIFICATION -> Cause.ON_VERIFICATION;
            case ACTIVE, REMOVED -> meter.verificationExpiredOn(day) ? Cause.VERIFICATION_EXPIRED : null;
        };
    }

    private @Nullable NormBase norm(Charge charge) {
        return norms.stream()
                .filter(norm -> norm.service().equals(charge.service())
                        && norm.appliesOn(charge.month().firstDay()))
                .findFirst()
                .map(norm -> normBase(norm, charge.volume()))
                .orElse(null);
    }

    private NormBase normBase(Norm norm, @Nullable BigDecimal volume) {
        var base = norm.base(account.area(), account.residents()).orElse(null);
        var fits =
                base != null && volume != null && norm.amount().multiply(base).compareTo(volume) == 0;
        return new NormBase(norm, base, fits);
    }

    private static boolean isInParts(Charge charge, List<Charge> month) {
        return charge.method() == Method.METER
                && charge.price() != null
                && month.stream()
                        .anyMatch(other -> other.method() == Method.METER
                                && other.service().equals(charge.service())
                                && Objects.equals(other.meterId(), charge.meterId())
                                && other.price() != null
                                && other.price().compareTo(charge.price()) != 0);
    }

    private @Nullable String orderNo(Charge charge) {
        var price = charge.price();
        if (price == null) {
            return null;
        }
        return prices.stream()
                .filter(tariff -> tariff.service().equals(charge.service())
                        && tariff.price().compareTo(price) == 0
                        && !tariff.validFrom().isAfter(charge.month().lastDay()))
                .map(Tariff::orderNo)
                .filter(order -> !order.isBlank())
                .findFirst()
                .orElse(null);
    }
}
