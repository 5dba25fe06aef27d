package golubika.demo.billing;

import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.util.List;

/// What brings the volume of a meter without temperature correction to 20 °C, by season.
final class Coefficients {

    static final BigDecimal ONE = new BigDecimal("1.00000");

    private static final List<String> BY_MONTH =
            List.of("1.07", "1.07", "1.05", "1.02", "1.00", "0.98", "0.97", "0.97", "0.99", "1.02", "1.05", "1.07");

    private Coefficients() {}

    static BigDecimal of(MeterPlan meter, BillingMonth month) {
        return meter.temperatureCorrected()
                ? ONE
                : new BigDecimal(BY_MONTH.get(month.month().getMonthValue() - 1)).setScale(5);
    }
}
