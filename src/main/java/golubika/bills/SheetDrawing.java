package golubika.bills;

import static golubika.bills.Canvas.BOLD;
import static golubika.bills.Canvas.PLAIN;

import golubika.bills.Sheet.Cell;
import golubika.site.Texts;

/// Draws the sheet of a bill on a page, as the page of the portal shows it.
final class SheetDrawing {

    private static final float LEFT = 12;
    private static final float RIGHT = 198;
    private static final float TOP = 8;
    private static final float SIDE_COLUMN = 130;
    private static final float SIDE_TEXT = 163;
    private static final float FACT_VALUE = 58;
    private static final float QR_SIDE = 27;
    private static final float STUB = 36;
    private static final float SLIP_PADDING = 3;

    private final Canvas canvas;
    private final Density density;
    private final Texts texts;

    SheetDrawing(Canvas canvas, Density density, Texts texts) {
        this.canvas = canvas;
        this.density = density;
        this.texts = texts;
    }

    /// Returns where the sheet ends.
    float draw(Sheet sheet) {
        var y = Math.max(facts(sheet), due(sheet)) + density.gap(3);
        y = heading(LEFT, y, sheet.lines().heading());
        y = table(LEFT, RIGHT).draw(y, sheet.lines(), density.size(9), density.size(7.5f), false) + density.gap(3);
        y = Math.max(settled(y, sheet), meters(y, sheet)) + density.gap(3);
        y = canvas.lines(LEFT, y, RIGHT - LEFT, String.join(" ", sheet.notes()), PLAIN, density.size(7.5f));
        y = slip(cut(y), sheet, texts.of("bills.slip.notice"));
        return slip(cut(y), sheet, texts.of("bills.slip.receipt"));
    }

    private float facts(Sheet sheet) {
        var text = LEFT + 13;
        var wide = SIDE_COLUMN - 6 - text;
        canvas.mark(LEFT, TOP, 10);
        var y = canvas.lines(text, TOP, wide, sheet.title(), BOLD, density.size(13));
        y = canvas.lines(text, y, wide, sheet.supplier(), PLAIN, density.size(9));
        if (sheet.example() != null) {
            y = canvas.lines(text, y, wide, sheet.example(), PLAIN, density.size(7.5f));
        }
        y = Math.max(y, TOP + 11) + density.gap(3);
        for (var fact : sheet.facts()) {
            canvas.text(LEFT, y, fact.label(), PLAIN, density.size(9));
            y = canvas.lines(
                            FACT_VALUE,
                            y,
                            SIDE_COLUMN - 6 - FACT_VALUE,
                            fact.value(),
                            fact.strong() ? BOLD : PLAIN,
                            density.size(9))
                    + density.padding() / 2;
        }
        return y;
    }

    private float due(Sheet sheet) {
        canvas.frame(SIDE_COLUMN, TOP, RIGHT - SIDE_COLUMN, 16);
        canvas.text(SIDE_COLUMN + 3.5f, TOP + 2, sheet.sumLabel(), PLAIN, 9);
        var sum = 19f;
        while (canvas.width(sheet.sum(), BOLD, sum) > RIGHT - SIDE_COLUMN - 7) {
            sum--;
        }
        canvas.text(SIDE_COLUMN + 3.5f, TOP + 6, sheet.sum(), BOLD, sum);
        var y = TOP + 20;
        if (sheet.qr() == null) {
            return canvas.lines(SIDE_COLUMN, y, RIGHT - SIDE_COLUMN, sheet.beside(), PLAIN, 9);
        }
        canvas.qr(SIDE_COLUMN + 1, y, QR_SIDE, sheet.qr());
        canvas.lines(SIDE_TEXT, y, RIGHT - SIDE_TEXT, sheet.beside(), PLAIN, density.size(7.5f));
        return y + QR_SIDE + 2;
    }

    private float settled(float y, Sheet sheet) {
        var to = LEFT + (RIGHT - LEFT) * 0.6f;
        var below = heading(LEFT, y, sheet.settled().heading());
        return table(LEFT, to).draw(below, sheet.settled(), density.size(9), density.size(7.5f), true);
    }

    private float meters(float y, Sheet sheet) {
        var from = LEFT + (RIGHT - LEFT) * 0.6f + 5;
        var below = heading(from, y, sheet.meters().heading());
        return table(from, RIGHT).draw(below, sheet.meters(), density.size(9), density.size(7.5f), false);
    }

    private float heading(float x, float y, String heading) {
        canvas.text(x, y, heading, BOLD, density.size(10.5f));
        return y + Canvas.line(density.size(10.5f)) + density.gap(1.2f);
    }

    private float cut(float y) {
        var line = y + density.gap(3);
        canvas.dashes(LEFT, RIGHT, line);
        canvas.textAround((LEFT + RIGHT) / 2, line + 0.5f, texts.of("bills.sheet.cut"), PLAIN, density.size(7.5f));
        return line + 0.5f + Canvas.line(density.size(7.5f)) + density.gap(1);
    }

    private float slip(float top, Sheet sheet, String name) {
        var stub = LEFT + SLIP_PADDING;
        var padding = density.gap(2);
        canvas.text(stub, top + padding, name, BOLD, density.size(9));
        canvas.text(stub, top + padding + density.gap(7), texts.of("bills.slip.cashier"), PLAIN, density.size(7.5f));
        var signed = top + padding + density.gap(16);
        canvas.line(stub, signed, stub + 26, signed, 0.3f);
        var bottom = content(LEFT + STUB + SLIP_PADDING, top + padding, sheet.slip()) + padding;
        canvas.box(LEFT, top, RIGHT - LEFT, bottom - top, 0.4f);
        canvas.line(LEFT + STUB, top, LEFT + STUB, bottom, 0.4f);
        return bottom;
    }

    private float content(float x, float top, Sheet.Slip slip) {
        var right = RIGHT - SLIP_PADDING;
        var y = top;
        if (slip.payee() != null) {
            y = canvas.lines(x, y, right - x, slip.payee(), BOLD, density.size(9));
        }
        for (var account : slip.accounts()) {
            y = canvas.lines(x, y, right - x, account, PLAIN, density.size(7.5f));
        }
        y = numberAndMonth(x, y + density.gap(1.5f), right, slip) + density.gap(1.5f);
        y = lines(x, y, right, slip) + density.gap(2);
        var total = texts.of("bills.slip.total") + " ";
        canvas.text(x, y, total, PLAIN, density.size(9));
        canvas.text(x + canvas.width(total, PLAIN, density.size(9)), y, slip.total(), BOLD, density.size(9));
        var signature = texts.of("bills.slip.signature");
        canvas.textTo(right - 28, y, signature, PLAIN, density.size(9));
        canvas.line(right - 26, y + Canvas.line(density.size(9)), right, y + Canvas.line(density.size(9)), 0.3f);
        return y + Canvas.line(density.size(9));
    }

    private float numberAndMonth(float x, float y, float right, Sheet.Slip slip) {
        var high = density.gap(8);
        var wide = 6f;
        var left = x;
        for (var digit : slip.digits()) {
            canvas.box(left, y, wide, high, 0.3f);
            canvas.textAround(
                    left + wide / 2, y + (high - Canvas.line(density.size(12))) / 2, digit, BOLD, density.size(12));
            left += wide;
        }
        canvas.text(x, y + high, slip.digitsRule(), PLAIN, density.size(7.5f));
        var middle = Math.max(left, x + 60) + 4;
        canvas.text(middle, y, texts.of("bills.slip.heading"), BOLD, density.size(9));
        canvas.text(middle, y + Canvas.line(density.size(9)), slip.month(), PLAIN, density.size(9));
        paidFor(right, y);
        return y + high + Canvas.line(density.size(7.5f));
    }

    private void paidFor(float right, float y) {
        var size = density.size(7.5f);
        var head = Canvas.line(size) + 2 * density.padding();
        var from = right - 30;
        table(from, right).headCell(from, y, 30, head, Cell.words(texts.of("bills.slip.paid-for")), size);
        canvas.box(from, y + head, 15, density.gap(6), 0.3f);
        canvas.box(from + 15, y + head, 15, density.gap(6), 0.3f);
        canvas.text(from + 1.5f, y + head + density.padding(), texts.of("bills.slip.paid-month"), PLAIN, size);
        canvas.text(from + 16.5f, y + head + density.padding(), texts.of("bills.slip.paid-year"), PLAIN, size);
    }

    private float lines(float x, float y, float right, Sheet.Slip slip) {
        var columns = new float[] {16, 24, 20.5f, 17.5f, 22, 23, 20};
        var fitted = (right - x) / 143f;
        for (var i = 0; i < columns.length; i++) {
            columns[i] *= fitted;
        }
        var size = density.size(7f);
        var half = Canvas.line(size) + 2 * density.padding();
        var table = table(x, right);
        var left = x;
        left = head(table, left, y, columns[0], 2 * half, "month", false);
        table.headCell(left, y, columns[1] + columns[2], half, Cell.words(texts.of("bills.slip.reading")), size);
        head(table, left, y + half, columns[1], half, "paid", true);
        left += columns[1];
        left = head(table, left, y + half, columns[2], half, "previous", true);
        left = head(table, left, y, columns[3], 2 * half, "volume", true);
        left = head(table, left, y, columns[4], 2 * half, "price", true);
        left = head(table, left, y, columns[5], 2 * half, "accrued", true);
        head(table, left, y, columns[6], 2 * half, "benefit", true);
        return table.rows(y + 2 * half, slip.rows(), columns, density.size(8.5f));
    }

    private float head(TableDrawing table, float left, float y, float wide, float high, String column, boolean number) {
        var text = texts.of("bills.slip." + column);
        table.headCell(left, y, wide, high, number ? Cell.number(text) : Cell.words(text), density.size(7f));
        return left + wide;
    }

    private TableDrawing table(float from, float to) {
        return new TableDrawing(canvas, density, from, to - from);
    }
}
