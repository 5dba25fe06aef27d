package golubika.registers;

import golubika.registers.Progress.Stage;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// Reads the lines of one register into its staging table, checking the form of each in passing.
final class Intake {

    private static final byte[] TOTAL = {'#', 'T', 'O', 'T', 'A', 'L', ';'};
    private static final int PROGRESS_EVERY = 1 << 14;

    private final Lines lines;
    private final Content content;
    private final List<Column> columns;
    private final Faults faults;
    private final long size;
    private final Consumer<Progress> progress;
    private int[] places = {};
    private int width;
    private long rows;
    private long sum;

    Intake(Lines lines, Content content, Content.Terms terms, Faults faults, long size, Consumer<Progress> progress) {
        this.lines = lines;
        this.content = content;
        this.columns = content.columns(terms);
        this.faults = faults;
        this.size = size;
        this.progress = progress;
    }

    /// Stages every line that is well-formed, and tells of the others. Returns how many there were.
    long stage(Connection database) throws IOException, SQLException {
        readColumns();
        var copy = database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + content.staging() + " from stdin");
        try {
            var out = new StagedRows(copy::writeToCopy);
            readLines(out);
            out.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        progress.accept(new Progress(Stage.CHECKING, rows, size, size));
        return rows;
    }

    String staging() {
        return content.staging();
    }

    // Where each column of ours stands in the file, or -1.
    private void readColumns() throws IOException {
        if (!next() || lines.cut() != Lines.Cut.WELL) {
            throw fault(
                    lines.number(),
                    "",
                    Reason.MISSING_COLUMN,
                    columns.getFirst().name(),
                    "");
        }
        width = lines.fields();
        var present = new ArrayList<String>();
        for (var i = 0; i < Math.min(width, 64); i++) {
            present.add(lines.text(i));
        }
        checkColumns(present);
        places = columns.stream()
                .mapToInt(column -> present.indexOf(column.name()))
                .toArray();
    }

    private void checkColumns(List<String> present) {
        var known = columns.stream().map(Column::name).collect(Collectors.toSet());
        for (var i = 0; i < present.size(); i++) {
            var name = present.get(i);
            if (!known.contains(name)) {
                faults.add(lines.number(), name, Reason.UNKNOWN_COLUMN, name, names(columns.stream()));
            } else if (present.indexOf(name) < i) {
                faults.add(lines.number(), name, Reason.REPEATED_COLUMN, name, "");
            }
        }
        columns.stream()
                .filter(column -> column.needed() && !present.contains(column.name()))
                .forEach(column -> faults.add(lines.number(), column.name(), Reason.MISSING_COLUMN, column.name(), ""));
        if (!faults.isEmpty()) {
            throw new Unreadable();
        }
    }

    private static String names(Stream<Column> columns) {
        return columns.map(Column::name).collect(Collectors.joining(", "));
    }

    private void readLines(StagedRows out) throws IOException, SQLException {
        while (next()) {
            if (lines.startsWith(TOTAL)) {
                checkTotal();
                checkNothingFollows();
                return;
            }
            rows++;
            if (rows % PROGRESS_EVERY == 0) {
                progress.accept(new Progress(Stage.READING, rows, lines.bytes(), size));
            }
            stageLine(out);
        }
        throw fault(lines.number(), "", Reason.NO_TOTAL, "", "");
    }

    private boolean next() throws IOException {
        try {
            return lines.next();
        } catch (Lines.TooLong e) {
            throw fault(lines.number() + 1, "", Reason.LINE_TOO_LONG, "", "");
        }
    }

    private void stageLine(StagedRows out) throws SQLException {
        var bad = switch (lines.cut()) {
            case WELL -> lines.fields() == width ? null : Reason.FIELD_COUNT;
            case BROKEN_QUOTES -> Reason.BROKEN_QUOTES;
            case NOT_UTF8 -> Reason.NOT_UTF8;
        };
        if (bad != null) {
            faults.add(lines.number(), "", bad, Integer.toString(lines.fields()), Integer.toString(width));
            return;
        }
        out.begin(lines.number());
        var right = true;
        for (var i = 0; i < places.length; i++) {
            out.column();
            right &= stageField(columns.get(i), places[i], out);
        }
        if (right) {
            out.end();
        } else {
            out.drop();
        }
    }

    private boolean stageField(Column column, int place, StagedRows out) {
        var from = place < 0 ? 0 : lines.start(place);
        var to = place < 0 ? 0 : lines.end(place);
        if (from == to) {
            return stageNothing(column, out);
        }
        var form = column.form();
        var bad = form.write(lines.buffer(), from, to, out);
        if (bad != null) {
            var value = form.mayBeTold() ? Forms.string(lines.buffer(), from, to) : "";
            faults.add(lines.number(), column.name(), bad, value, form.expected());
            return false;
        }
        if (column.name().equals(content.total())) {
            sum = Math.addExact(sum, out.kopecks());
        }
        return true;
    }

    private boolean stageNothing(Column column, StagedRows out) {
        if (column.needed()) {
            faults.add(lines.number(), column.name(), Reason.EMPTY, "", "");
            return false;
        }
        out.ascii(column.whenEmpty());
        return true;
    }

    // A line that could not be read is missing in our sum as well, and has been told of already.
    private void checkTotal() {
        if (lines.cut() != Lines.Cut.WELL || lines.fields() != 3) {
            throw fault(lines.number(), "", Reason.NO_TOTAL, "", "");
        }
        if (!lines.text(1).equals(Long.toString(rows))) {
            faults.add(lines.number(), "", Reason.WRONG_ROWS, lines.text(1), Long.toString(rows));
        }
        if (faults.isEmpty() && !isOurSum()) {
            faults.add(lines.number(), content.total(), Reason.WRONG_SUM, lines.text(2), roubles(sum));
        }
    }

    private boolean isOurSum() {
        var stated = lines.text(2);
        if (content.total().isEmpty()) {
            return stated.isEmpty() || stated.matches("0(\\.00?)?");
        }
        return stated.matches("-?\\d{1,16}(\\.\\d{1,2})?")
                && new BigDecimal(stated).movePointRight(2).compareTo(BigDecimal.valueOf(sum)) == 0;
    }

    private static String roubles(long kopecks) {
        return BigDecimal.valueOf(kopecks, 2).toPlainString();
    }

    private void checkNothingFollows() throws IOException {
        while (next()) {
            if (!lines.isBlank()) {
                throw fault(lines.number(), "", Reason.AFTER_TOTAL, "", "");
            }
        }
    }

    private Unreadable fault(long line, String field, Reason reason, String value, String expected) {
        faults.add(line, field, reason, value, expected);
        return new Unreadable();
    }
}
