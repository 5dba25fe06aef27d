package golubika.bills;

import golubika.bills.production.BillRun;
import golubika.bills.production.BillRuns;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.values.BillingMonth;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// `bills [--data DIR] SUPPLIER MONTH [--into FOLDER] [--again]` on the command line: orders the bills of a month,
/// shows
/// how far the portal has come, and writes the pages for the printer into a folder. Whoever stops it stops only the
/// looking on: the same command looks on again, and of a month that is finished it only writes the pages once more.
/// `--again` makes such a month anew, every page of it.
public final class BillsCommand {

    private static final int MISUSED = 2;
    // Seconds without a bill after which it is told what may be wrong.
    private static final int PATIENCE = 60;

    private BillsCommand() {}

    private record Words(
            List<String> options,
            SupplierCode supplier,
            BillingMonth month,
            boolean again,
            @Nullable Path into) {}

    /// @return 0 when every bill is issued, 1 when some could not be made, there are none, or pages are missing, 2 when
    ///         the words were not understood
    public static int run(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return understand(List.of(words))
                .map(understood -> issue(understood, out))
                .orElseGet(() -> {
                    out.println(ResourceBundle.getBundle("messages.bills", Locale.ROOT)
                            .getString("bills.command.usage"));
                    return MISUSED;
                });
    }

    private static Optional<Words> understand(List<String> words) {
        var options = new ArrayList<String>();
        var rest = new ArrayList<String>();
        var again = false;
        @Nullable Path into = null;
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--data") && word.hasNext()) {
                options.add("--golubika.data=" + word.next());
            } else if (next.startsWith("--data=")) {
                options.add("--golubika." + next.substring(2));
            } else if (next.equals("--into") && word.hasNext()) {
                into = Path.of(word.next());
            } else if (next.equals("--again")) {
                again = true;
            } else if (next.startsWith("--") && next.contains("=")) {
                options.add(next);
            } else {
                rest.add(next);
            }
        }
        var month = rest.size() == 2 ? BillingMonth.parse(rest.get(1)) : Optional.<BillingMonth>empty();
        return month.isPresent() && SupplierCode.isWellFormed(rest.getFirst())
                ? Optional.of(new Words(options, new SupplierCode(rest.getFirst()), month.get(), again, into))
                : Optional.empty();
    }

    private static int issue(Words words, PrintStream out) {
        try (var portal = new SpringApplicationBuilder(BillsSetup.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(words.options().toArray(String[]::new))) {
            var texts = portal.getBean(Texts.class);
            var runs = portal.getBean(BillRuns.class);
            var supplier = portal.getBean(Suppliers.class).find(words.supplier());
            if (supplier.isEmpty()) {
                out.println(texts.of("bills.command.no-supplier", words.supplier()));
                return 1;
            }
            if (isTooOld(words, supplier.get(), runs, texts, out)) {
                return 1;
            }
            var run = await(runs, order(words, runs, texts, out), texts, out);
            var whole = words.into() == null || write(runs, run, words.into(), texts, out);
            return run.failed() == 0 && run.done() > 0 && whole ? 0 : 1;
        }
    }

    // Bills that nobody is shown are not issued either.
    private static boolean isTooOld(Words words, Supplier supplier, BillRuns runs, Texts texts, PrintStream out) {
        var newest = runs.newestClosed(supplier.code());
        var tooOld = newest.filter(
                month -> words.month().compareTo(month) <= 0 && !Bills.isShown(supplier, words.month(), month));
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
