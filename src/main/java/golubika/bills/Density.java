package golubika.bills;

import java.util.Locale;

/// How close everything stands on a sheet. The more there is to say, the closer, so that a bill is always one page.
///
/// @see SheetDrawing
public enum Density {
    USUAL(1, 0.9f),
    DENSE(0.88f, 0.6f),
    TIGHT(0.76f, 0.4f),
    LEAST(0.68f, 0.25f);

    // Nothing is printed smaller, or nobody could read it.
    private static final float SMALLEST = 5.2f;

    private final float letters;
    private final float padding;

    Density(float letters, float padding) {
        this.letters = letters;
        this.padding = padding;
    }

    /// @param points in the usual density
    float size(float points) {
        return Math.max(SMALLEST, points * letters);
    }

    /// Millimetres above and below the text of a cell.
    float padding() {
        return padding;
    }

    /// @param millimetres in the usual density
    float gap(float millimetres) {
        return millimetres * letters * letters;
    }

    /// The class of its style sheet.
    public String style() {
        return "sheet--" + name().toLowerCase(Locale.ROOT);
    }
}
