package golubika.demo.billing;

import golubika.suppliers.SupplierCode;
import golubika.values.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// A register of the neutral set (`docs/registers.md`), ready to be written.
///
/// @param kind    such as `CHARGES`
/// @param columns names of the columns, divided by semicolons
/// @param lines   the values in that order, empty ones as empty text
/// @param total   the sum that the last line states, zero for kinds without one
public record Register(
        SupplierCode supplier, String kind, LocalDate asOf, String columns, List<List<String>> lines, Money total) {

    public Register {
        lines = List.copyOf(lines);
    }

    /// Writes the file, whole or not at all: a killed run never leaves half of it under its name.
    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(draft, text());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String text() {
        var body = lines.stream().map(Register::line).collect(Collectors.joining());
        return "#GOLUBIKA;1;" + supplier + ";" + kind + ";" + asOf + "\n" + columns + "\n" + body + "#TOTAL;"
                + lines.size() + ";" + total + "\n";
    }

    private static String line(List<String> values) {
        return values.stream().map(Register::quoted).collect(Collectors.joining(";")) + "\n";
    }

    private static String quoted(String value) {
        return value.indexOf(';') < 0 && value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
