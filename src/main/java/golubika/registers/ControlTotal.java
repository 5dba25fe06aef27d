package golubika.registers;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What the last line of a register must state: `#TOTAL;<rows>;<sum>`.
///
/// @param rows   data lines that were read
/// @param sum    kopecks in the column of the control sum
/// @param column its name; empty for kinds without one, which state 0 or nothing
record ControlTotal(long rows, long sum, String column) {

    private static final Pattern NOTHING = Pattern.compile("|0(\\.00?)?");
    private static final Pattern ROUBLES = Pattern.compile("-?\\d{1,16}(\\.\\d{1,2})?");

    /// Compares the current line. A line that could not be read is missing in our sum as well and has been told of
    /// already, so the sums are compared only when nothing else was wrong.
    void check(Lines lines, Faults faults) {
        if (lines.cut() != Lines.Cut.WELL || lines.fields() != 3) {
            faults.add(lines.number(), "", Reason.NO_TOTAL, "", "");
            throw new Unreadable();
        }
        if (!lines.text(1).equals(Long.toString(rows))) {
            faults.add(lines.number(), "", Reason.WRONG_ROWS, lines.text(1), Long.toString(rows));
        }
        if (faults.isEmpty() && !isRight(lines.text(2))) {
            var ours = BigDecimal.valueOf(sum, 2).toPlainString();
            faults.add(lines.number(), column, Reason.WRONG_SUM, lines.text(2), ours);
        }
    }

    private boolean isRight(String stated) {
        if (column.isEmpty()) {
            return NOTHING.matcher(stated).matches();
        }
        return ROUBLES.matcher(stated).matches() && new BigDecimal(stated).compareTo(BigDecimal.valueOf(sum, 2)) == 0;
    }
}
