package golubika.registers;

import golubika.suppliers.SupplierCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A register file as a billing would write it, with right totals unless a test says otherwise.
final class WrittenRegister {

    private final String first;
    private final RegisterKind kind;
    private String columns = "";
    private String lineEnd = "\n";
    private @Nullable String last;
    private final List<String> lines = new ArrayList<>();

    private WrittenRegister(String first, RegisterKind kind) {
        this.first = first;
        this.kind = kind;
    }

    static WrittenRegister of(SupplierCode supplier, RegisterKind kind, String asOf) {
        return new WrittenRegister("#GOLUBIKA;1;" + supplier + ";" + kind + ";" + asOf, kind);
    }

    WrittenRegister columns(String names) {
        columns = names;
        return this;
    }

    WrittenRegister line(String fields) {
        lines.add(fields);
        return this;
    }

    WrittenRegister lineEnd(String end) {
        lineEnd = end;
        return this;
    }

    WrittenRegister last(String line) {
        last = line;
        return this;
    }

    String text() {
        var all = new ArrayList<String>();
        all.add(first);
        all.add(columns);
        all.addAll(lines);
        all.add(last == null ? "#TOTAL;" + lines.size() + ";" + sum() : last);
        return String.join(lineEnd, all) + lineEnd;
    }

    Path in(Path folder) {
        return in(folder, kind + ".csv");
    }

    Path in(Path folder, String name) {
        try {
            return Files.writeString(folder.resolve(name), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sum() {
        var total = kind == RegisterKind.SUPPLIER ? "" : Content.of(kind).total();
        var place = Arrays.asList(columns.split(";")).indexOf(total);
        return place < 0
                ? "0"
                : lines.stream()
                        .map(line -> line.split(";", -1))
                        .filter(fields -> place < fields.length && fields[place].matches("-?\\d+(\\.\\d+)?"))
                        .map(fields -> new BigDecimal(fields[place]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString();
    }
}
