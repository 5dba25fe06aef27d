package golubika.registers;

import golubika.suppliers.SupplierCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The first line of a register: `#GOLUBIKA;1;<supplier code>;<KIND>;<as of>`.
record Heading(SupplierCode supplier, RegisterKind kind, LocalDate asOf) {

    private static final byte[] MARK = "#GOLUBIKA;".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = "#GOLUBIKA;1;код поставщика;вид реестра;дата";

    /// Reads it from a file; adds what is wrong with it to the faults and throws.
    static Heading read(Lines lines, Faults faults) throws IOException {
        try {
            if (!lines.next() || !lines.startsWith(MARK) || lines.cut() != Lines.Cut.WELL || lines.fields() != 5) {
                throw fault(faults, "", Reason.NOT_A_REGISTER, "", FIRST);
            }
        } catch (Lines.TooLong e) {
            throw fault(faults, "", Reason.NOT_A_REGISTER, "", FIRST);
        }
        if (!lines.text(1).equals("1")) {
            throw fault(faults, "", Reason.NOT_A_REGISTER, "", FIRST);
        }
        return new Heading(supplier(lines.text(2), faults), kind(lines.text(3), faults), day(lines.text(4), faults));
    }

    private static SupplierCode supplier(String code, Faults faults) {
        if (!SupplierCode.isWellFormed(code)) {
            throw fault(faults, "", Reason.UNKNOWN_SUPPLIER, code, "");
        }
        return new SupplierCode(code);
    }

    private static RegisterKind kind(String name, Faults faults) {
        return Arrays.stream(RegisterKind.values())
                .filter(kind -> kind != RegisterKind.SUPPLIER && kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> fault(faults, "", Reason.UNKNOWN_KIND, name, ""));
    }

    private static LocalDate day(String text, Faults faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fault(faults, "", Reason.NOT_A_DAY, text, "");
        }
    }

    private static Unreadable fault(Faults faults, String field, Reason reason, String value, String expected) {
        faults.add(1, field, reason, value, expected);
        return new Unreadable();
    }

    /// Whether the file is a supplier's description rather than a register with lines.
    static boolean isDescription(Path file) throws IOException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                && !firstLine(file).startsWith("#GOLUBIKA;");
    }

    /// The place of a file among others that are loaded together: by kind, then by day, as far as it tells.
    static Optional<Heading> peek(Path file) throws IOException {
        var fields = firstLine(file).split(";", -1);
        if (fields.length != 5 || !SupplierCode.isWellFormed(fields[2])) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Heading(
                    new SupplierCode(fields[2]), RegisterKind.valueOf(fields[3]), LocalDate.parse(fields[4].strip())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(256), StandardCharsets.UTF_8);
            var line = text.lines().findFirst().orElse("");
            return line.startsWith("\ufeff") ? line.substring(1) : line;
        }
    }
}
