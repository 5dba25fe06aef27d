package golubika.portal;

import golubika.charges.Charge;
import golubika.suppliers.Tariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A charge with what «Почему столько?» needs: the order that set its price.
///
/// @param averageUsed how many months in a row were charged by average up to this one
public record ExplainedCharge(
        Charge charge,
        String serviceName,
        int averageUsed,
        @Nullable String orderNo) {

    static ExplainedCharge of(Charge charge, String serviceName, List<Tariff> tariffs) {
        return new ExplainedCharge(
                charge, serviceName, Objects.requireNonNullElse(charge.averageMonth(), 0), orderNo(charge, tariffs));
    }

    /// `214 × 1,000 × 8,94000` can be shown only when the billing has sent all three.
    public boolean hasFormula() {
        return charge.volume() != null && charge.price() != null;
    }

    public BigDecimal coefficient() {
        return Objects.requireNonNullElse(charge.coefficient(), BigDecimal.ONE);
    }

    private static @Nullable String orderNo(Charge charge, List<Tariff> tariffs) {
        var price = charge.price();
        if (price == null) {
            return null;
        }
        return tariffs.stream()
                .filter(tariff -> tariff.service().equals(charge.service())
                        && tariff.price().compareTo(price) == 0
                        && !tariff.validFrom().isAfter(charge.month().lastDay()))
                .map(Tariff::orderNo)
                .filter(order -> !order.isBlank())
                .findFirst()
                .orElse(null);
    }
}
