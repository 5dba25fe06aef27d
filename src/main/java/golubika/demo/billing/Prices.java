package golubika.demo.billing;

import golubika.suppliers.SupplierCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prices of one supplier. They rise on every 1 July, and rose with the value added tax on 01.01.2026.
///
/// @param anchor the day on which prices are those of `Direction`, scaled for this supplier
record Prices(SupplierCode supplier, LocalDate anchor, Chance chance) {

    static final String GAS = "GAS";
    static final String MAINTENANCE = "MAINTENANCE";

    private static final LocalDate TAX_OF_22 = LocalDate.of(2026, 1, 1);
    private static final BigDecimal RISE = new BigDecimal("1.069");
    private static final BigDecimal TAX_RISE =
            new BigDecimal("1.22").divide(new BigDecimal("1.20"), MathContext.DECIMAL64);

    /// A price and the days on which it holds; `to` is open while nobody has announced the next one.
    record Period(LocalDate from, @Nullable LocalDate to, BigDecimal gas, BigDecimal maintenance, int tax) {}

    BigDecimal gas(Direction direction, LocalDate day) {
        return direction.price().multiply(scale()).multiply(rise(day)).setScale(5, RoundingMode.HALF_UP);
    }

    BigDecimal maintenance(Direction direction, LocalDate day) {
        return direction.maintenance().multiply(rise(day)).setScale(2, RoundingMode.HALF_UP);
    }

    /// The periods of price from the one that holds on `first` to the one that holds on `last`.
    List<Period> periods(Direction direction, LocalDate first, LocalDate last) {
        var periods = new ArrayList<Period>();
        var from = changeBefore(first);
        while (from != null) {
            var next = changeAfter(from);
            var open = next.isAfter(last);
            periods.add(new Period(
                    from,
                    open ? null : next.minusDays(1),
                    gas(direction, from),
                    maintenance(direction, from),
                    from.isBefore(TAX_OF_22) ? 20 : 22));
            from = open ? null : next;
        }
        return periods;
    }

    /// The first day after `day` on which prices change.
    static LocalDate changeAfter(LocalDate day) {
        var july = LocalDate.of(day.getYear(), Month.JULY, 1);
        var next = july.isAfter(day) ? july : july.plusYears(1);
        return TAX_OF_22.isAfter(day) && TAX_OF_22.isBefore(next) ? TAX_OF_22 : next;
    }

    private static LocalDate changeBefore(LocalDate day) {
        var july = LocalDate.of(day.getYear(), Month.JULY, 1);
        var last = july.isAfter(day) ? july.minusYears(1) : july;
        return !TAX_OF_22.isAfter(day) && TAX_OF_22.isAfter(last) ? TAX_OF_22 : last;
    }

    // Калуга is dear to the mock-ups and keeps the prices of `Direction`; others differ a little.
    private BigDecimal scale() {
        return supplier.value().equals("kaluga")
                ? BigDecimal.ONE
                : BigDecimal.valueOf(chance.between(8800, 11200, "price", supplier), 4);
    }

    private BigDecimal rise(LocalDate day) {
        var rises = julies(day) - julies(anchor);
        var rise = rises < 0
                ? BigDecimal.ONE.divide(RISE.pow(-rises), MathContext.DECIMAL64)
                : RISE.pow(rises, MathContext.DECIMAL64);
        if (day.isBefore(TAX_OF_22) && !anchor.isBefore(TAX_OF_22)) {
            return rise.divide(TAX_RISE, MathContext.DECIMAL64);
        }
        return !day.isBefore(TAX_OF_22) && anchor.isBefore(TAX_OF_22) ? rise.multiply(TAX_RISE) : rise;
    }

    private static int julies(LocalDate day) {
        return day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1;
    }
}
