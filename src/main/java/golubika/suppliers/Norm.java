package golubika.suppliers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much gas a month is charged for without a meter's readings, for one direction of use (Правила поставки газа,
/// пункт 32).
///
/// @param amount m³ for one `unit`
/// @param unit   `M3_PERSON` for each resident, `M3_M2` for each square metre; others the portal cannot multiply
public record Norm(
        String service,
        BigDecimal amount,
        String unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String orderNo) {

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public boolean isByArea() {
        return unit.equalsIgnoreCase("M3_M2");
    }

    public boolean isByResidents() {
        return unit.equalsIgnoreCase("M3_PERSON");
    }

    /// What the norm is multiplied by in a home; empty where the register does not tell.
    public Optional<BigDecimal> base(@Nullable BigDecimal area, @Nullable Integer residents) {
        if (isByArea()) {
            return Optional.ofNullable(area);
        }
        return isByResidents() ? Optional.ofNullable(residents).map(BigDecimal::valueOf) : Optional.empty();
    }
}
