package golubika.registers;

import golubika.registers.Report.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads register files of the neutral set (`docs/registers.md`). A file is checked whole before a line counts, and
/// applied in one transaction: with any fault in it, or when the run is killed, everything stays as it was.
@Component
public class Registers {

    private static final Logger log = LoggerFactory.getLogger(Registers.class);
    private static final int TRIES = 3;

    private final DescriptionLoader descriptions;
    private final LinesLoader lines;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Registers(
            DescriptionLoader descriptions,
            LinesLoader lines,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.descriptions = descriptions;
        this.lines = lines;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Loads one file. Safe to repeat: what has been applied is recognised, what was killed begins anew.
    ///
    /// Imports of one kind run one after another, on whatever node. Throws for a file that cannot be read at all.
    ///
    /// @param progress hears of every stage, and of every some thousand lines
    public Report load(Path file, Consumer<Progress> progress) {
        try {
            var run = journal.begin(file.getFileName().toString(), FileHash.of(file));
            var report = Heading.isDescription(file)
                    ? inTransaction(() -> descriptions.load(file, run))
                    : inTransaction(() -> lines.load(file, run, progress));
            if (report.outcome() == Outcome.ALREADY_LOADED) {
                journal.drop(run);
            } else if (report.isRefused()) {
                journal.end(run, report);
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Load {
        Report load() throws IOException;
    }

    // A refused file leaves no trace but its report. The portal goes on taking readings meanwhile; where it and the
    // merge wait for each other, the whole file is simply loaded again.
    private Report inTransaction(Load load) throws IOException {
        for (var tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    try {
                        var report = load.load();
                        if (report.outcome() != Outcome.APPLIED) {
                            status.setRollbackOnly();
                        }
                        return report;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            } catch (ConcurrencyFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
                log.info("an import met other writers and begins again", e);
            }
        }
    }
}
