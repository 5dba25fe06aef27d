package golubika.bills;

import static golubika.bills.Sheet.Cell.number;
import static golubika.bills.Sheet.Cell.words;
import static golubika.bills.Sheets.sum;

import golubika.bills.Bill.Settled;
import golubika.bills.Sheet.Cell;
import golubika.bills.Sheet.Row;
import golubika.bills.Sheet.Table;
import golubika.charges.Charge;
import golubika.charges.Charge.Method;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The tables of charges and of settled months. Where a sheet cannot hold all lines, the last one sums up the rest and
/// says how many they are:
/// nothing is left out of a sum.
final class LinesInWords {

    static final int MOST_LINES = 12;

    private static final int COARSEST_COEFFICIENT = 3;
    static final int PRICE_DECIMALS = 5;

    private final Texts texts;

    LinesInWords(Texts texts) {
        this.texts = texts;
    }

    // A column of coefficients or penalties stands where there are any.
    private record Columns(boolean coefficient, boolean penalty) {

        static Columns of(Bill bill) {
            return new Columns(
                    bill.lines().stream().anyMatch(Columns::isCorrected),
                    bill.lines().stream().anyMatch(line -> !line.penalty().isZero()));
        }

        private static boolean isCorrected(Charge line) {
            return line.coefficient() != null && line.coefficient().compareTo(BigDecimal.ONE) != 0;
        }

        int beforeTotal() {
            return 6 + (coefficient ? 1 : 0) + (penalty ? 1 : 0);
        }
    }

    Table charges(Bill bill) {
        var columns = Columns.of(bill);
        var head = new ArrayList<Cell>();
        head.add(words(texts.of("bills.lines.service")));
        head.add(number(texts.of("bills.lines.volume")));
        head.add(number(texts.of("bills.lines.price")));
        if (columns.coefficient) {
            head.add(number(texts.of("bills.lines.coefficient")));
        }
        head.add(number(texts.of("bills.lines.accrued")));
        head.add(number(texts.of("bills.lines.benefit")));
        head.add(number(texts.of("bills.lines.recalculated")));
        if (columns.penalty) {
            head.add(number(texts.of("bills.lines.penalty")));
        }
        head.add(number(texts.of("bills.lines.total")));
        var rows = new ArrayList<Row>();
        var whole = whole(bill.lines().size(), MOST_LINES);
        bill.lines().stream().limit(whole).forEach(line -> rows.add(row(bill, columns, line)));
        if (bill.lines().size() > whole) {
            rows.add(rest(columns, bill.lines().subList(whole, bill.lines().size())));
        }
        rows.add(Row.of(
                words(texts.of(bill.isPlain() ? "bills.charged" : "bills.total", Format.monthName(bill.month())))
                        .bold()
                        .over(columns.beforeTotal()),
                sum(bill.charged()).bold()));
        return new Table(texts.of("bills.lines"), head, rows);
    }

    private Row row(Bill bill, Columns columns, Charge line) {
        var cells = new ArrayList<Cell>();
        cells.add(words(service(bill, line)));
        cells.add(number(volume(line)));
        cells.add(number(line.price() == null ? "" : Format.decimal(line.price(), PRICE_DECIMALS)));
        if (columns.coefficient) {
            cells.add(number(line.coefficient() == null ? "" : coefficient(line.coefficient())));
        }
        cells.addAll(sums(columns, List.of(line)));
        return new Row(cells);
    }

    private Row rest(Columns columns, List<Charge> lines) {
        var cells = new ArrayList<Cell>();
        cells.add(
                words(texts.of("bills.lines.rest", lines.size(), texts.plural("bills.lines.rest.count", lines.size())))
                        .over(columns.coefficient ? 4 : 3));
        cells.addAll(sums(columns, lines));
        return new Row(cells);
    }

    private static List<Cell> sums(Columns columns, List<Charge> lines) {
        var cells = new ArrayList<Cell>();
        cells.add(sum(total(lines, Charge::accrued)));
        cells.add(sum(total(lines, Charge::benefit)));
        cells.add(sum(total(lines, Charge::recalculated)));
        if (columns.penalty) {
            cells.add(sum(total(lines, Charge::penalty)));
        }
        cells.add(sum(total(lines, Charge::total)));
        return cells;
    }

    Table settled(Bill bill) {
        var corrected =
                bill.settled().stream().anyMatch(month -> !month.corrected().isZero());
        var head = new ArrayList<Cell>();
        head.add(words(texts.of("bills.settled.month")));
        head.add(number(texts.of("bills.settled.opening")));
        head.add(number(texts.of("bills.settled.charged")));
        if (corrected) {
            head.add(number(texts.of("bills.settled.corrected")));
        }
        head.add(number(texts.of("bills.settled.benefit")));
        head.add(number(texts.of("bills.settled.paid")));
        head.add(number(texts.of("bills.settled.closing")));
        var rows = new ArrayList<Row>();
        for (var month : bill.settled()) {
            rows.add(settled(month, corrected, month.month().equals(bill.month())));
        }
        return new Table(texts.of("bills.settled"), head, rows);
    }

    private static Row settled(Settled month, boolean corrected, boolean own) {
        var cells = new ArrayList<Cell>();
        cells.add(words(numeric(month.month())));
        cells.add(sum(month.opening()));
        cells.add(sum(month.charged()));
        if (corrected) {
            cells.add(sum(month.corrected()));
        }
        cells.add(sum(month.benefit()));
        cells.add(sum(month.paid()));
        cells.add(own ? sum(month.closing()).bold() : sum(month.closing()));
        return new Row(cells);
    }

    /// `Газ: отопление, вода, плита, по среднему`.
    String service(Bill bill, Charge line) {
        var name = bill.supplier().serviceName(line.service());
        if (!line.isGas()) {
            return name;
        }
        var use = bill.supplier().directionName(bill.account().direction());
        var full = use.isEmpty() ? name : name + ": " + use.substring(0, 1).toLowerCase(Locale.ROOT) + use.substring(1);
        return line.method() == Method.METER ? full : full + texts.of("bills.lines.method." + line.method());
    }

    private String volume(Charge line) {
        if (line.volume() == null) {
            return "";
        }
        if (line.isGas()) {
            return Format.volume(line.volume());
        }
        return line.volume().compareTo(BigDecimal.ONE) == 0
                ? texts.of("bills.lines.one-month")
                : Format.plain(line.volume());
    }

    private static String coefficient(BigDecimal coefficient) {
        return Format.decimal(
                coefficient,
                Math.max(COARSEST_COEFFICIENT, coefficient.stripTrailingZeros().scale()));
    }

    /// How many of so many stand by themselves: all that fit, or one less and a line for the rest.
    static int whole(int all, int most) {
        return all <= most ? all : most - 1;
    }

    static Money total(List<Charge> lines, Function<Charge, Money> part) {
        return lines.stream().map(part).reduce(Money.ZERO, Money::plus);
    }

    static String numeric(BillingMonth month) {
        return "%02d.%d".formatted(month.month().getMonthValue(), month.month().getYear());
    }
}
