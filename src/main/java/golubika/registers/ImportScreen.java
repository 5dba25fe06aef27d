package golubika.registers;

import golubika.registers.Progress.Stage;
import golubika.site.Format;
import golubika.site.Texts;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What an import from the command line shows: a line of progress that is written over on a terminal and repeated
/// now and then elsewhere, then the report of each file.
final class ImportScreen {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final int WIDTH = 78;

    private final PrintStream out;
    private final Texts texts;
    private final Clock clock;
    private final boolean terminal;
    private Instant began = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;

    ImportScreen(PrintStream out, Texts texts, Clock clock) {
        this.out = out;
        this.texts = texts;
        this.clock = clock;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    void begins(Path file) {
        out.println(file);
        began = clock.instant();
        shown = began;
    }

    void progress(Progress progress) {
        var now = clock.instant();
        var due = Duration.between(shown, now).compareTo(terminal ? ON_TERMINAL : ELSEWHERE) >= 0;
        if (!due && !(terminal && progress.stage() != Stage.READING)) {
            return;
        }
        shown = now;
        var line = texts.of(
                "registers.import." + progress.stage(),
                Format.number(progress.rows()),
                rate(progress.rows(), now),
                progress.percent());
        out.print(terminal ? "\r  " + line + " ".repeat(Math.max(0, WIDTH - line.length())) : "  " + line + "\n");
        out.flush();
    }

    void ends(Report report) {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH + 2) + "\r");
        }
        if (report.supplier() != null) {
            var key = report.asOf() == null ? "registers.import.supplier" : "registers.import.what";
            tell(key, String.valueOf(report.kind()), report.supplier(), String.valueOf(report.asOf()));
        }
        switch (report.outcome()) {
            case APPLIED -> applied(report);
            case ALREADY_LOADED -> tell("registers.import.already");
            case REFUSED -> refused(report);
        }
    }

    void heldBack(Path file, String refused) {
        out.println(file);
        tell("registers.import.heldBack", refused);
    }

    private void applied(Report report) {
        var now = clock.instant();
        var counts = report.counts();
        tell(
                "registers.import.applied",
                Format.number(report.rows()),
                Format.number(counts.added()),
                Format.number(counts.changed()),
                Format.number(counts.unchanged()),
                Format.number(counts.older()),
                Format.decimal(BigDecimal.valueOf(Duration.between(began, now).toMillis(), 3), 1),
                rate(report.rows(), now));
    }

    private void refused(Report report) {
        tell("registers.import.refused", Format.number(report.faultCount()));
        report.faults().forEach(fault -> out.println("  " + place(fault) + fault.sentence()));
        var untold = report.faultCount() - report.faults().size();
        if (untold > 0) {
            tell("registers.import.untold", Format.number(untold));
        }
    }

    /// `строка 17, поле VOLUME: `, as far as the fault has a place.
    private String place(Fault fault) {
        if (fault.line() == 0) {
            return fault.field().isEmpty() ? "" : texts.of("registers.import.property", fault.field());
        }
        return fault.field().isEmpty()
                ? texts.of("registers.import.line", Long.toString(fault.line()))
                : texts.of("registers.import.field", Long.toString(fault.line()), fault.field());
    }

    private String rate(long rows, Instant now) {
        return Format.number(
                rows * 1000 / Math.max(1, Duration.between(began, now).toMillis()));
    }

    private void tell(String key, Object... arguments) {
        out.println("  " + texts.of(key, arguments));
    }
}
