package golubika.bills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;

/// An A4 page to draw on, in millimetres from its upper left corner. Without a page it only measures.
final class Canvas {

    static final float HEIGHT = 297;

    static final BaseFont PLAIN = font(Liberation.SANS);
    static final BaseFont BOLD = font(Liberation.SANS_BOLD);

    private static final float POINTS = 72 / 25.4f;
    private static final float LINE = 1.25f;
    // From the upper edge of a line of text to the line that its letters stand on.
    private static final float BASELINE = 0.98f;

    private final @Nullable PdfContentByte page;
    // At one point: a sheet says the same again and again, and looking a letter up takes longer than a text.
    private final Map<String, Float> plain = new HashMap<>();
    private final Map<String, Float> bold = new HashMap<>();

    Canvas(@Nullable PdfContentByte page) {
        this.page = page;
    }

    private static BaseFont font(Liberation face) {
        try {
            var font = face.create(1).getBaseFont();
            // The name of a font's part is drawn by lot: without it, the same bill is always the same file.
            font.setSecureRandom(new NoLot());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NoLot extends java.security.SecureRandom {

        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return 0.5;
        }
    }

    /// Height of a line of text of that many points.
    static float line(float size) {
        return size * LINE / POINTS;
    }

    float width(String text, BaseFont font, float size) {
        var widths = font == BOLD ? bold : plain;
        return widths.computeIfAbsent(text, one -> font.getWidthPoint(one, 1)) * size / POINTS;
    }

    /// The text in lines of at most that width; a word that is wider is cut.
    List<String> wrap(String text, BaseFont font, float size, float width) {
        if (width(text, font, size) <= width) {
            return List.of(text);
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var rest = word;
            if (!line.isEmpty() && width(line + " " + rest, font, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (line.isEmpty() && rest.length() > 1 && width(rest, font, size) > width) {
                var fits = fitting(rest, font, size, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(String word, BaseFont font, float size, float width) {
        var fits = word.length() - 1;
        while (fits > 1 && width(word.substring(0, fits), font, size) > width) {
            fits--;
        }
        return fits;
    }

    /// @param y of the upper edge of the line
    void text(float x, float y, String text, BaseFont font, float size) {
        if (page != null && !text.isEmpty()) {
            page.beginText();
            page.setFontAndSize(font, size);
            page.setTextMatrix(x * POINTS, up(y) - size * BASELINE);
            page.showText(text);
            page.endText();
        }
    }

    /// @param right where the text ends
    void textTo(float right, float y, String text, BaseFont font, float size) {
        text(right - width(text, font, size), y, text, font, size);
    }

    void textAround(float middle, float y, String text, BaseFont font, float size) {
        text(middle - width(text, font, size) / 2, y, text, font, size);
    }

    /// Draws wrapped text; returns where it ends.
    float lines(float x, float y, float width, String text, BaseFont font, float size) {
        var below = y;
        for (var line : wrap(text, font, size, width)) {
            text(x, below, line, font, size);
            below += line(size);
        }
        return below;
    }

    void line(float x1, float y1, float x2, float y2, float thickness) {
        if (page != null) {
            page.setLineWidth(thickness * POINTS);
            page.moveTo(x1 * POINTS, up(y1));
            page.lineTo(x2 * POINTS, up(y2));
            page.stroke();
        }
    }

    void dashes(float x1, float x2, float y) {
        if (page != null) {
            page.saveState();
            page.setLineDash(2, 2, 0);
            page.setGrayStroke(0.33f);
            line(x1, y, x2, y, 0.3f);
            page.restoreState();
        }
    }

    void box(float x, float y, float width, float height, float thickness) {
        if (page != null) {
            page.setLineWidth(thickness * POINTS);
            page.rectangle(x * POINTS, up(y + height), width * POINTS, height * POINTS);
            page.stroke();
        }
    }

    void shade(float x, float y, float width, float height) {
        if (page != null) {
            page.saveState();
            page.setRGBColorFill(0xee, 0xf1, 0xf8);
            page.rectangle(x * POINTS, up(y + height), width * POINTS, height * POINTS);
            page.fill();
            page.restoreState();
        }
    }

    /// A frame with round corners in the colour of the portal.
    void frame(float x, float y, float width, float height) {
        if (page != null) {
            page.saveState();
            page.setRGBColorStroke(0x2f, 0x3d, 0x9c);
            page.setLineWidth(0.6f * POINTS);
            page.roundRectangle(x * POINTS, up(y + height), width * POINTS, height * POINTS, 2 * POINTS);
            page.stroke();
            page.restoreState();
        }
    }

    void qr(float x, float y, float side, QrCode code) {
        if (page != null) {
            // Whole numbers for all the modules make the file half as long.
            var module = side / code.size() * POINTS;
            page.saveState();
            page.concatCTM(module, 0, 0, -module, x * POINTS, up(y));
            for (var run : code.runs()) {
                page.rectangle(run.x(), run.y(), run.length(), 1);
            }
            page.fill();
            page.restoreState();
        }
    }

    /// The portal's mark: a berry with its crown of five leaves.
    void mark(float x, float y, float side) {
        if (page == null) {
            return;
        }
        var unit = side * POINTS / 32;
        page.saveState();
        page.concatCTM(unit, 0, 0, -unit, x * POINTS, up(y));
        page.setRGBColorFill(0x2f, 0x3d, 0x9c);
        page.circle(16, 16, 15);
        page.fill();
        page.setRGBColorFill(0x9c, 0xc2, 0xff);
        for (var leaf = 0; leaf < 5; leaf++) {
            var turn = Math.toRadians(72.0 * leaf);
            page.saveState();
            page.concatCTM(0.925f, 0, 0, 0.925f, 1.2f, 1.2f);
            page.concatCTM(1, 0, 0, 1, 16, 16);
            page.concatCTM(
                    (float) Math.cos(turn),
                    (float) Math.sin(turn),
                    (float) -Math.sin(turn),
                    (float) Math.cos(turn),
                    0,
                    0);
            page.concatCTM(1, 0, 0, 1, -16, -16);
            page.moveTo(16, 5.6f);
            page.curveTo(16.5f, 8.2f, 19, 9.2f, 18.5f, 12.4f);
            page.curveTo(17.2f, 13.7f, 14.8f, 13.7f, 13.5f, 12.4f);
            page.curveTo(13.2f, 9.8f, 15.1f, 8.8f, 16, 5.6f);
            page.fill();
            page.restoreState();
        }
        page.setRGBColorFill(0x0f, 0x17, 0x42);
        page.circle(16, 16, 2.5f);
        page.fill();
        page.restoreState();
    }

    /// Makes everything after it smaller, towards the upper middle.
    void shrink(float factor) {
        if (page != null) {
            var shift = PageSize.A4.getWidth() * (1 - factor) / 2;
            page.concatCTM(factor, 0, 0, factor, shift, PageSize.A4.getHeight() * (1 - factor));
        }
    }

    private static float up(float y) {
        return (HEIGHT - y) * POINTS;
    }
}
