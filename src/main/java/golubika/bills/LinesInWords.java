package golubika.bills;

import static golubika.bills.Sheet.Cell.number;
import static golubika.bills.Sheet.Cell.words;
import static golubika.bills.Sheets.sum;

import golubika.bills.Bill.MeterOnBill;
import golubika.bills.Bill.Settled;
import golubika.bills.Bill.Shown;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The tables of a bill. Where a sheet cannot hold all lines, the last one sums up the rest and says how many they are:
/// nothing is left out of a sum.
final class LinesInWords {

    static final int MOST_LINES = 12;
    static final int MOST_METERS = 6;
    static final int MOST_ON_SLIP = 4;

    private static final int COARSEST_COEFFICIENT = 3;
    private static final int PRICE_DECIMALS = 5;

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

    Table meters(Bill bill) {
        var heading = texts.of(bill.meters().size() > 1 ? "bills.meters" : "bills.meter");
        if (bill.meters().isEmpty()) {
            return new Table(heading, List.of(), List.of(Row.of(words(texts.of("bills.meters.none")))));
        }
        return bill.meters().size() == 1
                ? new Table(heading, List.of(), oneMeter(bill.meters().getFirst()))
                : new Table(heading, headOfMeters(), manyMeters(bill.meters()));
    }

    private List<Row> oneMeter(MeterOnBill meter) {
        var rows = new ArrayList<Row>();
        rows.add(Row.of(words(name(meter)), number(device(meter))));
        rows.add(Row.of(
                words(day(meter.paid(), "bills.meters.paid")),
                number(value(meter, meter.paid())).bold()));
        rows.add(Row.of(words(day(meter.previous(), "bills.meters.previous")), number(value(meter, meter.previous()))));
        if (meter.validTo() != null) {
            rows.add(Row.of(words(texts.of("bills.meters.verified")), number(Format.numericDate(meter.validTo()))));
        }
        return rows;
    }

    private List<Cell> headOfMeters() {
        return List.of(
                words(texts.of("bills.meters.meter")),
                number(texts.of("bills.meters.paid")),
                number(texts.of("bills.meters.previous")),
                number(texts.of("bills.meters.verified")));
    }

    private List<Row> manyMeters(List<MeterOnBill> meters) {
        var rows = new ArrayList<Row>();
        var whole = whole(meters.size(), MOST_METERS);
        for (var meter : meters.subList(0, whole)) {
            rows.add(Row.of(
                    words(name(meter) + ": " + device(meter)),
                    number(value(meter, meter.paid())).bold(),
                    number(value(meter, meter.previous())),
                    number(meter.validTo() == null ? "" : Format.numericDate(meter.validTo()))));
        }
        if (meters.size() > whole) {
            var more = meters.size() - whole;
            rows.add(Row.of(words(texts.of("bills.meters.rest", more, texts.plural("bills.meters.rest.count", more)))
                    .over(4)));
        }
        return rows;
    }

    private String name(MeterOnBill meter) {
        return meter.number() == null
                ? texts.of("bills.meters.former")
                : texts.of("bills.meters.number", meter.number());
    }

    private String device(MeterOnBill meter) {
        var serial = texts.of("bills.meters.serial", meter.serial());
        return meter.model() == null ? serial : meter.model() + ", " + serial;
    }

    private String day(@Nullable Shown shown, String otherwise) {
        return shown == null || shown.day() == null ? texts.of(otherwise) : Format.numericDate(shown.day());
    }

    private String value(MeterOnBill meter, @Nullable Shown shown) {
        return shown == null ? texts.of("bills.meters.no-reading") : Format.reading(shown.value(), meter.digits());
    }

    /// What the payer pays for, as the slips list it, gas before fees; together the sum to pay.
    List<Row> slip(Bill bill) {
        var rows = new ArrayList<Row>();
        var lines = bill.lines().stream()
                .sorted(Comparator.comparing(Charge::isGas).reversed())
                .toList();
        var month = words(numeric(bill.month()));
        var whole = whole(lines.size(), MOST_ON_SLIP);
        if (lines.isEmpty()) {
            rows.add(named(
                    month,
                    texts.of(bill.isPlain() ? "bills.charged" : "bills.total", Format.monthName(bill.month())),
                    bill.charged(),
                    null));
        }
        for (var line : lines.subList(0, whole)) {
            rows.add(
                    line.isGas()
                            ? gas(bill, month, line)
                            : named(month, service(bill, line), line.accrued(), line.benefit()));
        }
        var rest = lines.subList(whole, lines.size());
        if (!rest.isEmpty()) {
            rows.add(named(
                    month,
                    texts.of("bills.slip.rest", rest.size(), texts.plural("bills.lines.rest.count", rest.size())),
                    total(rest, Charge::accrued),
                    total(rest, Charge::benefit)));
        }
        var corrected = total(bill.lines(), Charge::recalculated).plus(total(bill.lines(), Charge::penalty));
        if (!corrected.isZero()) {
            rows.add(named(month, texts.of("bills.slip.corrected"), corrected, null));
        }
        var before = bill.before();
        if (!before.isZero()) {
            rows.add(named(
                    words(""),
                    texts.of(
                            !bill.addsUp()
                                    ? "bills.slip.other"
                                    : before.isPositive() ? "bills.slip.debt" : "bills.slip.overpaid"),
                    before,
                    null));
        }
        var since = since(bill);
        if (!since.isZero()) {
            rows.add(named(
                    words(""),
                    texts.of(since.isNegative() ? "bills.slip.since" : "bills.slip.taken-back"),
                    since,
                    null));
        }
        return rows;
    }

    // What came in since the month closed, of the newest as the ledger says, of another as far as it is settled by now.
    private static Money since(Bill bill) {
        var settled = bill.toPay().isPositive() ? bill.payable().minus(bill.toPay()) : Money.ZERO;
        return settled.minus(bill.arrived());
    }

    private static Row gas(Bill bill, Cell month, Charge line) {
        var digits = bill.meters().stream()
                .filter(meter -> meter.id().equals(line.meterId()))
                .mapToInt(MeterOnBill::digits)
                .findFirst()
                .orElse(1);
        return Row.of(
                month,
                number(line.currentValue() == null ? "—" : Format.reading(line.currentValue(), digits)),
                number(line.previousValue() == null ? "—" : Format.reading(line.previousValue(), digits)),
                number(line.volume() == null ? "" : Format.plain(line.volume())),
                number(line.price() == null ? "" : Format.decimal(line.price(), PRICE_DECIMALS)),
                sum(line.accrued()),
                sum(line.benefit()));
    }

    private static Row named(Cell month, String name, Money sum, @Nullable Money benefit) {
        return Row.of(month, words(name).over(4), sum(sum), benefit == null ? number("") : sum(benefit));
    }

    /// `Газ: отопление, вода, плита, по среднему`.
    private String service(Bill bill, Charge line) {
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
    private static int whole(int all, int most) {
        return all <= most ? all : most - 1;
    }

    private static Money total(List<Charge> lines, Function<Charge, Money> part) {
        return lines.stream().map(part).reduce(Money.ZERO, Money::plus);
    }

    private static String numeric(BillingMonth month) {
        return "%02d.%d".formatted(month.month().getMonthValue(), month.month().getYear());
    }
}
