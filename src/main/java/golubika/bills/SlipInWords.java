package golubika.bills;

import static golubika.bills.LinesInWords.PRICE_DECIMALS;
import static golubika.bills.LinesInWords.numeric;
import static golubika.bills.LinesInWords.total;
import static golubika.bills.LinesInWords.whole;
import static golubika.bills.Sheet.Cell.number;
import static golubika.bills.Sheet.Cell.words;
import static golubika.bills.Sheets.sum;

import golubika.bills.Bill.MeterOnBill;
import golubika.bills.Sheet.Cell;
import golubika.bills.Sheet.Row;
import golubika.charges.Charge;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.values.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of the slips that are cut off: what is paid for, until it comes to the sum to pay.
final class SlipInWords {

    static final int MOST_ON_SLIP = 4;

    private final LinesInWords lines;
    private final Texts texts;

    SlipInWords(LinesInWords lines, Texts texts) {
        this.lines = lines;
        this.texts = texts;
    }

    /// What the payer pays for, as the slips list it, gas before fees; together the sum to pay.
    List<Row> rows(Bill bill) {
        var rows = new ArrayList<Row>();
        var listed = bill.lines().stream()
                .sorted(Comparator.comparing(Charge::isGas).reversed())
                .toList();
        var month = words(numeric(bill.month()));
        var whole = whole(listed.size(), MOST_ON_SLIP);
        if (listed.isEmpty()) {
            rows.add(named(
                    month,
                    texts.of(bill.isPlain() ? "bills.charged" : "bills.total", Format.monthName(bill.month())),
                    bill.charged(),
                    null));
        }
        for (var line : listed.subList(0, whole)) {
            rows.add(
                    line.isGas()
                            ? gas(bill, month, line)
                            : named(month, lines.service(bill, line), line.accrued(), line.benefit()));
        }
        var rest = listed.subList(whole, listed.size());
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
}
