package golubika.suppliers;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A retail price set by the region for one direction of use. `price` is roubles for one `unit`, exact to 5 decimals.
public record Tariff(
        String service,
        BigDecimal price,
        String unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String orderNo) {

    /// Whether it prices gas by volume, as against a fee for a month.
    public boolean isForGas() {
        return unit.equalsIgnoreCase("M3");
    }

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
