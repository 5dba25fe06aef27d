package golubika.registers;

import java.util.ArrayList;
import java.util.List;

/// The second line of a register: its columns, in any order.
///
/// @param width  how many fields each line must have
/// @param places where each column of ours stands in the file; -1 for one that is not there
record Header(int width, List<Integer> places) {

    static final Header NONE = new Header(0, List.of());

    int place(int column) {
        return places.get(column);
    }

    /// Reads it from the current line; adds what is wrong with it to the faults and throws.
    static Header read(Lines lines, List<Column> columns, Faults faults) {
        var present = new ArrayList<String>();
        if (lines.cut() == Lines.Cut.WELL) {
            for (var i = 0; i < Math.min(lines.fields(), Lines.MOST_FIELDS); i++) {
                present.add(lines.text(i));
            }
        }
        check(present, columns, lines.number(), faults);
        var places =
                columns.stream().map(column -> present.indexOf(column.name())).toList();
        return new Header(lines.fields(), places);
    }

    private static void check(List<String> present, List<Column> columns, long line, Faults faults) {
        var known = columns.stream().map(Column::name).toList();
        for (var i = 0; i < present.size(); i++) {
            var name = present.get(i);
            if (!known.contains(name)) {
                faults.add(line, name, Reason.UNKNOWN_COLUMN, name, String.join(", ", known));
            } else if (present.indexOf(name) < i) {
                faults.add(line, name, Reason.REPEATED_COLUMN, name, "");
            }
        }
        columns.stream()
                .filter(column -> column.needed() && !present.contains(column.name()))
                .forEach(column -> faults.add(line, column.name(), Reason.MISSING_COLUMN, column.name(), ""));
        if (!faults.isEmpty()) {
            throw new Unreadable();
        }
    }
}
