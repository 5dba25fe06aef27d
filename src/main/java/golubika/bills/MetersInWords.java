package golubika.bills;

import static golubika.bills.LinesInWords.whole;
import static golubika.bills.Sheet.Cell.number;
import static golubika.bills.Sheet.Cell.words;

import golubika.bills.Bill.MeterOnBill;
import golubika.bills.Bill.Shown;
import golubika.bills.Sheet.Cell;
import golubika.bills.Sheet.Row;
import golubika.bills.Sheet.Table;
import golubika.site.Format;
import golubika.site.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of meters on a bill: one with its days, several in a line each.
final class MetersInWords {

    static final int MOST_METERS = 6;

    private final Texts texts;

    MetersInWords(Texts texts) {
        this.texts = texts;
    }

    Table table(Bill bill) {
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
}
