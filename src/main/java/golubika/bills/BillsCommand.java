package golubika.bills;

import golubika.bills.production.BillRun;
import golubika.bills.production.BillRuns;
import golubika.site.CommandLine;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.values.BillingMonth;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/// `bills [--data DIR] SUPPLIER MONTH [--into FOLDER] [--again]` on the command line: orders the bills of a month,
/// shows how far the portal has come, and writes the pages for the printer into a folder. Whoever stops it stops only
/// the
/// looking on: the same command looks on again, and of a month that is finished it only writes the pages once more.
/// `--again` makes such a month anew, every page of it.
public final class BillsCommand {

    // Seconds without a bill after which it is told what may be wrong.
    private static final int PATIENCE = 60;

    private BillsCommand() {}

    private record Words(CommandLine line, SupplierCode supplier, BillingMonth month) {

        boolean again() {
            return line.options().containsKey("again");
        }

        @Nullable
        Path into() {
            var into = line.options().get("into");
            return into == null ? null : Path.of(into);
        }
    }

    /// @return 0 when every bill is issued, 1 when some could not be made, there are none, or pages are missing, 2 when
    ///         the words were not understood
    public static int run(String[] words) {
        var out = CommandLine.screen();
        return CommandLine.read(words, Set.of("into"), Set.of("again"))
                .flatMap(BillsCommand::understand)
                .map(understood -> understood.line().in(BillsSetup.class, portal -> issue(understood, portal, out)))
                .orElseGet(() -> CommandLine.misused(out, "bills", "bills.command.usage"));
    }

    private static Optional<Words> understand(CommandLine line) {
        var words = line.words();
        var month = words.size() == 2 ? BillingMonth.parse(words.get(1)) : Optional.<BillingMonth>empty();
        return month.isPresent() && SupplierCode.isWellFormed(words.getFirst())
                ? Optional.of(new Words(line, new SupplierCode(words.getFirst()), month.get()))
                : Optional.empty();
    }

    private static int issue(Words words, ApplicationContext portal, PrintStream out) {
        var texts = portal.getBean(Texts.class);
        var runs = portal.getBean(BillRuns.class);
        var supplier = portal.getBean(Suppliers.class).find(words.supplier());
        if (supplier.isEmpty()) {
            out.println(texts.of("bills.command.no-supplier", words.supplier()));
            return 1;
        }
        if (isOpen(words, runs, texts, out) || isTooOld(words, supplier.get(), runs, texts, out)) {
            return 1;
        }
        var run = await(runs, order(words, runs, texts, out), texts, out);
        var whole = words.into() == null || write(runs, run, words.into(), texts, out);
        return run.failed() == 0 && run.done() > 0 && whole ? 0 : 1;
    }

    private static boolean isOpen(Words words, BillRuns runs, Texts texts, PrintStream out) {
        var closed = runs.newestClosed(words.supplier())
                .filter(month -> words.month().compareTo(month) <= 0)
                .isPresent();
        if (!closed) {
            out.println(texts.of("bills.command.open", words.supplier(), words.month()));
        }
        return !closed;
    }

    // Bills that nobody is shown are not issued either.
    private static boolean isTooOld(Words words, Supplier supplier, BillRuns runs, Texts texts, PrintStream out) {
        var newest = runs.newestClosed(supplier.code());
        var tooOld = newest.filter(month -> !Bills.isShown(supplier, words.month(), month));
        tooOld.ifPresent(month -> out.println(
                texts.of("bills.command.too-old", words.supplier(), words.month(), supplier.historyMonths(), month)));
        return tooOld.isPresent();
    }

    private static BillRun order(Words words, BillRuns runs, Texts texts, PrintStream out) {
        var finished = runs.find(words.supplier(), words.month()).filter(run -> run.finished() && !words.again());
        if (finished.isPresent()) {
            out.println(texts.of("bills.command.finished", words.supplier(), words.month()));
            return finished.get();
        }
        var run = runs.order(words.supplier(), words.month());
        out.println(texts.of("bills.command.ordered", words.supplier(), words.month(), Format.number(run.accounts())));
        return run;
    }

    private static BillRun await(BillRuns runs, BillRun ordered, Texts texts, PrintStream out) {
        var run = ordered;
        var shown = -1L;
        var idle = 0;
        while (!run.finished()) {
            if (run.done() != shown) {
                shown = run.done();
                idle = 0;
                out.println("  " + progress(run, texts));
            }
            pause();
            idle++;
            if (idle % PATIENCE == 0) {
                out.println(texts.of("bills.command.idle", idle / PATIENCE));
            }
            run = runs.find(run.supplier(), run.month()).orElseThrow();
        }
        out.println("  " + progress(run, texts));
        return run;
    }

    private static String progress(BillRun run, Texts texts) {
        return texts.of(
                "bills.command.progress",
                Format.number(run.done()),
                Format.number(run.accounts()),
                run.percent(),
                Format.number(run.writtenTo()),
                Format.number(run.failed()));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// False when not all pages are there any more.
    private static boolean write(BillRuns runs, BillRun run, Path folder, Texts texts, PrintStream out) {
        var kept = runs.pagesKept(run.supplier(), run.month());
        if (kept < run.pages()) {
            out.println(texts.of(
                    "bills.command.pages-gone",
                    BillRuns.PAGES_KEPT.toDays(),
                    Format.number(kept),
                    Format.number(run.pages())));
            return false;
        }
        new PrintFolder(folder).write(runs, run);
        out.println(texts.of("bills.command.written", folder));
        return true;
    }
}
