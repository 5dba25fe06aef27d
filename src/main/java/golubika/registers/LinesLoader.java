package golubika.registers;

import golubika.accounts.Pins;
import golubika.bills.PrintedPins;
import golubika.registers.Content.Check;
import golubika.registers.Progress.Stage;
import golubika.registers.Report.Counts;
import golubika.registers.Report.Outcome;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Loads a register that has lines, within the transaction that it is called in.
@Component
class LinesLoader {

    private static final Logger log = LoggerFactory.getLogger(LinesLoader.class);

    private final JdbcTemplate jdbc;
    private final Suppliers suppliers;
    private final Journal journal;
    private final Pins pins;
    private final PrintedPins printedPins;
    private final Texts texts;
    private final Clock clock;

    LinesLoader(
            JdbcTemplate jdbc,
            Suppliers suppliers,
            Journal journal,
            Pins pins,
            PrintedPins printedPins,
            Texts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.journal = journal;
        this.pins = pins;
        this.printedPins = printedPins;
        this.texts = texts;
        this.clock = clock;
    }

    /// The report; unless it is APPLIED, the transaction is to be rolled back.
    Report load(Path file, Journal.Run run, Consumer<Progress> progress) throws IOException {
        journal.hold(run);
        var faults = new Faults(texts);
        Heading heading = null;
        try (var lines = new Lines(Files.newInputStream(file))) {
            heading = Heading.read(lines, faults);
            var supplier = supplier(heading, faults);
            var content = Content.of(heading.kind());
            empty(content);
            if (journal.hasApplied(run.hash())) {
                return report(run, Outcome.ALREADY_LOADED, heading, 0, Counts.NONE, faults);
            }
            var terms = new Content.Terms(supplier, heading.asOf(), pins, printedPins);
            var intake = new Intake(lines, content, terms, faults, Files.size(file), progress);
            var rows = stage(intake);
            var batch =
                    Batch.of(JdbcClient.create(jdbc), rows, supplier.code().value(), heading.asOf(), clock.instant());
            if (intake.mayRepeat()) {
                check(content.repeated(), batch, faults);
            }
            content.checks().forEach(check -> check(check, batch, faults));
            if (!faults.isEmpty()) {
                return report(run, Outcome.REFUSED, heading, rows, Counts.NONE, faults);
            }
            progress.accept(new Progress(Stage.MERGING, rows, lines.bytes(), lines.bytes()));
            var report = report(run, Outcome.APPLIED, heading, rows, content.merge(batch), faults);
            noteDoubts(content.doubtful(batch), heading);
            empty(content);
            journal.end(run, report);
            return report;
        } catch (Unreadable e) {
            return report(run, Outcome.REFUSED, heading, 0, Counts.NONE, faults);
        }
    }

    private Supplier supplier(Heading heading, Faults faults) {
        var supplier = suppliers.find(heading.supplier()).orElse(null);
        if (supplier == null) {
            faults.add(1, "", Reason.UNKNOWN_SUPPLIER, heading.supplier().value(), "");
            throw new Unreadable();
        }
        // A day that has not come yet would stand above every true register until it does.
        var today = LocalDate.ofInstant(clock.instant(), supplier.timeZone());
        if (heading.asOf().isAfter(today)) {
            faults.add(1, "", Reason.DATE_IN_FUTURE, heading.asOf().toString(), today.toString());
            throw new Unreadable();
        }
        return supplier;
    }

    private static void noteDoubts(long doubtful, Heading heading) {
        if (doubtful > 0) {
            log.warn(
                    "{} of {} as of {}: {} lines do not follow from their own figures, see the table statement_doubt",
                    heading.kind(),
                    heading.supplier(),
                    heading.asOf(),
                    doubtful);
        }
    }

    // Emptying also locks: the next import of this kind waits here until we have ended.
    private void empty(Content content) {
        jdbc.execute("truncate " + content.staging());
    }

    private long stage(Intake intake) {
        var rows = jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return intake.stage(connection);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        // Sorts and joins of a million lines belong into memory; compiling plans costs more than it brings here.
        jdbc.execute("set local work_mem = '128MB'");
        jdbc.execute("set local jit = off");
        jdbc.execute("analyze " + intake.staging());
        return rows == null ? 0 : rows;
    }

    private static void check(Check check, Batch batch, Faults faults) {
        var found = batch.jdbc()
                .sql("select line, detail, count(*) over () as found from (" + check.sql()
                        + ") wrong order by line limit " + Report.FAULTS_TOLD)
                .params(batch.parameters())
                .query((row, n) -> {
                    faults.add(row.getLong("line"), check.field(), check.reason(), row.getString("detail"), "");
                    return row.getLong("found");
                })
                .list();
        if (!found.isEmpty()) {
            faults.addUntold(found.getFirst() - found.size());
        }
    }

    private static Report report(
            Journal.Run run, Outcome outcome, @Nullable Heading heading, long rows, Counts counts, Faults faults) {
        return new Report(
                run.file(),
                outcome,
                heading == null ? null : heading.kind(),
                heading == null ? null : heading.supplier(),
                heading == null ? null : heading.asOf(),
                rows,
                counts,
                faults.byLine(),
                faults.count());
    }
}
