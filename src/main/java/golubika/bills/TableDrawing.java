package golubika.bills;

import golubika.bills.Sheet.Cell;
import golubika.bills.Sheet.Row;
import golubika.bills.Sheet.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/// Draws a table of a sheet: columns of numbers are as wide as they need, the first takes the rest and breaks its
/// lines.
/// Where that is too little, the letters get smaller.
final class TableDrawing {

    private static final float SIDE = 1.5f;
    private static final float BORDER = 0.3f;
    private static final float LEAST_OF_FIRST = 0.2f;
    private static final float SMALLER = 0.95f;
    private static final float SMALLEST = 4.5f;

    private final Canvas canvas;
    private final Density density;
    private final float x;
    private final float width;

    TableDrawing(Canvas canvas, Density density, float x, float width) {
        this.canvas = canvas;
        this.density = density;
        this.x = x;
        this.width = width;
    }

    /// Returns where the table ends.
    ///
    /// @param spread room that is left goes to all columns, instead of the first
    float draw(float y, Table table, float size, float headSize, boolean spread) {
        var shrunk = 1f;
        var columns = columns(table, size, headSize, spread);
        while (columns.length == 0) {
            shrunk *= SMALLER;
            columns = columns(table, size * shrunk, headSize * shrunk, spread);
        }
        var below = y;
        if (!table.head().isEmpty()) {
            below = row(below, table.head(), columns, headSize * shrunk, true);
        }
        for (var row : table.rows()) {
            below = row(below, row.cells(), columns, size * shrunk, false);
        }
        return below;
    }

    /// Widths of the columns; none where the letters are too large for them.
    private float[] columns(Table table, float size, float headSize, boolean spread) {
        var widths = new float[table.columns()];
        widen(widths, table.head(), headSize, true);
        for (var row : table.rows()) {
            widen(widths, row.cells(), size, false);
        }
        var sum = 0f;
        for (var one : widths) {
            sum += one;
        }
        var left = width - sum;
        if (left >= 0) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] += spread ? left / widths.length : i == 0 ? left : 0;
            }
            return widths;
        }
        widths[0] += left;
        return widths[0] >= width * LEAST_OF_FIRST || size <= SMALLEST ? positive(widths) : new float[0];
    }

    private float[] positive(float[] widths) {
        widths[0] = Math.max(widths[0], width * LEAST_OF_FIRST / 2);
        return widths;
    }

    private void widen(float[] widths, List<Cell> cells, float size, boolean head) {
        var column = 0;
        for (var cell : cells) {
            if (cell.span() == 1) {
                var own = canvas.width(cell.text(), font(cell, head), size) + 2 * SIDE;
                widths[column] = Math.max(widths[column], own);
            }
            column += cell.span();
        }
    }

    private float row(float y, List<Cell> cells, float[] columns, float size, boolean head) {
        var texts = new ArrayList<List<String>>();
        var lines = 1;
        var column = 0;
        for (var cell : cells) {
            var wide = width(columns, column, cell.span());
            var text = canvas.wrap(cell.text(), font(cell, head), size, wide - 2 * SIDE + 0.01f);
            lines = Math.max(lines, text.size());
            texts.add(text);
            column += cell.span();
        }
        var height = lines * Canvas.line(size) + 2 * density.padding();
        column = 0;
        var left = x;
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var wide = width(columns, column, cell.span());
            cell(left, y, wide, height, cell, texts.get(i), size, head);
            left += wide;
            column += cell.span();
        }
        return y + height;
    }

    private void cell(
            float left, float y, float wide, float height, Cell cell, List<String> lines, float size, boolean head) {
        if (head) {
            canvas.shade(left, y, wide, height);
        }
        canvas.box(left, y, wide, height, BORDER);
        var below = y + density.padding();
        for (var line : lines) {
            if (cell.number()) {
                canvas.textTo(left + wide - SIDE, below, line, font(cell, head), size);
            } else {
                canvas.text(left + SIDE, below, line, font(cell, head), size);
            }
            below += Canvas.line(size);
        }
    }

    /// The rows of a table whose columns are given, as the slips have them.
    float rows(float y, List<Row> rows, float[] columns, float size) {
        var below = y;
        for (var row : rows) {
            below = row(below, row.cells(), columns, size, false);
        }
        return below;
    }

    /// A cell of a head by itself.
    void headCell(float left, float y, float wide, float height, Cell cell, float size) {
        var lines = canvas.wrap(cell.text(), Canvas.BOLD, size, wide - 2 * SIDE + 0.01f);
        cell(left, y, wide, height, cell, lines, size, true);
    }

    private static float width(float[] columns, int from, int span) {
        var sum = 0f;
        for (var wide : Arrays.copyOfRange(columns, from, from + span)) {
            sum += wide;
        }
        return sum;
    }

    private static BaseFont font(Cell cell, boolean head) {
        return head || cell.strong() ? Canvas.BOLD : Canvas.PLAIN;
    }
}
