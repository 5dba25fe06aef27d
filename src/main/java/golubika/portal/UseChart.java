package golubika.portal;

import golubika.charges.MonthUse;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A year of gas by months beside the year before it, in m³.
///
/// @param columns oldest month first
/// @param total   m³ of the whole year
public record UseChart(List<Column> columns, BigDecimal total) {

    private static final int MONTHS = 12;

    /// One month. Heights are shares of the tallest column, as SVG attributes want them: `34.7%`.
    ///
    /// @param reading what the meter showed at the month's end, where one meter tells it
    /// @param key     the highest month and the last one, whose numbers a narrow screen keeps
    public record Column(
            BillingMonth month,
            BigDecimal volume,
            @Nullable BigDecimal yearBefore,
            @Nullable Long reading,
            double share,
            double shareBefore,
            boolean key) {

        public String height() {
            return percent(share);
        }

        public String top() {
            return percent(1 - share);
        }

        public String heightBefore() {
            return percent(shareBefore);
        }

        public String topBefore() {
            return percent(1 - shareBefore);
        }

        private static String percent(double share) {
            var tenths = Math.round(share * 1000);
            return tenths / 10 + "." + tenths % 10 + "%";
        }
    }

    /// The months that a chart of the year up to `last` looks at.
    static BillingMonth firstMonth(BillingMonth last) {
        return last.plus(1 - 2 * MONTHS);
    }

    /// The year that ends with `last`; empty when there was no gas charged by volume in it or the year before.
    static Optional<UseChart> of(List<MonthUse> use, BillingMonth last) {
        var months = use.stream().collect(Collectors.toMap(MonthUse::month, Function.identity()));
        var first = last.plus(1 - MONTHS);
        var top = use.stream()
                .filter(month -> month.month().compareTo(firstMonth(last)) >= 0)
                .map(MonthUse::volume)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (top.signum() <= 0) {
            return Optional.empty();
        }
        var columns = new ArrayList<Column>();
        for (var i = 0; i < MONTHS; i++) {
            var month = first.plus(i);
            var now = months.get(month);
            var volume = now == null ? BigDecimal.ZERO : now.volume();
            var yearBefore = months.get(month.plus(-MONTHS));
            var before = yearBefore == null ? null : yearBefore.volume();
            columns.add(new Column(
                    month,
                    volume,
                    before,
                    now == null ? null : now.reading(),
                    share(volume, top),
                    before == null ? 0 : share(before, top),
                    volume.compareTo(top) == 0 || i == MONTHS - 1));
        }
        var total = columns.stream().map(Column::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new UseChart(List.copyOf(columns), total));
    }

    public Column highest() {
        return columns.stream().max((a, b) -> a.volume().compareTo(b.volume())).orElseThrow();
    }

    public Column lowest() {
        return columns.stream().min((a, b) -> a.volume().compareTo(b.volume())).orElseThrow();
    }

    public Column last() {
        return columns.getLast();
    }

    // A correction may make a month negative; a column cannot be.
    private static double share(BigDecimal volume, BigDecimal top) {
        return Math.clamp(volume.doubleValue() / top.doubleValue(), 0, 1);
    }
}
