package golubika.testing;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// A line of a month's charges as a register would bring it: 10 m³ for 8.94 by the meter `M1`, unless a test says
/// otherwise. What was charged follows from the figures.
public final class ALine {

    private final Map<String, Object> columns = new HashMap<>();

    private ALine(BillingMonth month, String method) {
        columns.put("month", month.firstDay());
        columns.put("line", "1");
        columns.put("service", "GAS");
        columns.put("method", method);
        for (var empty : new String[] {"averageMonth", "meter", "previous", "current", "cause", "recalculatedFor"}) {
            columns.put(empty, null);
        }
        columns.put("coefficient", BigDecimal.ONE);
        columns.put("recalculated", 0L);
        columns.put("benefit", 0L);
        columns.put("penalty", 0L);
        of("10", "8.94");
    }

    public static ALine byMeter(BillingMonth month) {
        return new ALine(month, "METER").with("meter", "M1");
    }

    public static ALine byAverage(BillingMonth month, int inARow) {
        return new ALine(month, "AVERAGE").with("meter", "M1").with("averageMonth", inARow);
    }

    public static ALine byNorm(BillingMonth month) {
        return new ALine(month, "NORM");
    }

    /// A fee for a month, whatever was used.
    public static ALine fee(BillingMonth month, long kopecks) {
        return new ALine(month, "FIXED")
                .with("line", "F")
                .with("service", "MAINT")
                .of("1", BigDecimal.valueOf(kopecks, 2).toPlainString());
    }

    /// Volume and price; the charge follows from them and the coefficient.
    public ALine of(String volume, String price) {
        columns.put("volume", new BigDecimal(volume));
        columns.put("price", new BigDecimal(price));
        columns.put(
                "accrued",
                Money.roundedFrom(new BigDecimal(volume)
                                .multiply((BigDecimal) columns.get("coefficient"))
                                .multiply(new BigDecimal(price)))
                        .kopecks());
        return this;
    }

    public ALine between(long previous, long current) {
        return with("previous", previous).with("current", current);
    }

    /// Any other column: `cause`, `recalculated`, `benefit`, `accrued` … Sums are kopecks.
    public ALine with(String column, Object value) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column);
        }
        columns.put(column, value);
        return this;
    }

    Map<String, Object> columns() {
        return columns;
    }
}
