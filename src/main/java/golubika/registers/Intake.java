package golubika.registers;

import golubika.registers.Progress.Stage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
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
    private Header header = Header.NONE;
    private final SeenKeys seen = new SeenKeys();
    private final int[] key;
    private long rows;
    private long sum;

    Intake(Lines lines, Content content, Content.Terms terms, Faults faults, long size, Consumer<Progress> progress) {
        this.lines = lines;
        this.content = content;
        this.columns = content.columns(terms);
        this.key = content.key().columns().stream().mapToInt(this::placeOf).toArray();
        this.faults = faults;
        this.size = size;
        this.progress = progress;
    }

    /// Stages every line that is well-formed, and tells of the others. Returns how many there were.
    long stage(Connection database) throws IOException, SQLException {
        if (!next()) {
            throw fault(lines.number(), "", Reason.NO_TOTAL, "", "");
        }
        header = Header.read(lines, columns, faults);
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

    /// Whether a key may have come twice.
    boolean mayRepeat() {
        return seen.mayRepeat();
    }

    String staging() {
        return content.staging();
    }

    private void readLines(StagedRows out) throws IOException, SQLException {
        while (next()) {
            if (lines.startsWith(TOTAL)) {
                new ControlTotal(rows, sum, content.total()).check(lines, faults);
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
            case WELL -> lines.fields() == header.width() ? null : Reason.FIELD_COUNT;
            case BROKEN_QUOTES -> Reason.BROKEN_QUOTES;
            case NOT_UTF8 -> Reason.NOT_UTF8;
        };
        if (bad != null) {
            faults.add(lines.number(), "", bad, Integer.toString(lines.fields()), Integer.toString(header.width()));
            return;
        }
        out.begin(lines.number());
        var right = true;
        for (var i = 0; i < columns.size(); i++) {
            out.column();
            right &= stageField(columns.get(i), header.place(i), out);
        }
        if (right) {
            see(out);
            out.end();
        } else {
            out.drop();
        }
    }

    private int placeOf(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }

    // An account's id stands for its number, however that is written; the other parts have one way to be written.
    private void see(StagedRows out) {
        for (var part : key) {
            var place = header.place(part);
            if (columns.get(part).form() instanceof AccountForm) {
                seen.part(out.account());
            } else if (place >= 0) {
                seen.part(lines.buffer(), lines.start(place), lines.end(place));
            }
        }
        seen.end();
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
