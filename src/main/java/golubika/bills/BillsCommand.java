package golubika.bills;

import golubika.bills.production.BillRun;
import golubika.bills.production.BillRuns;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// `bills [--data DIR] SUPPLIER MONTH [--into FOLDER]` on the command line: orders the bills of a month, shows how far
/// the portal has come, and writes the pages for the printer into a folder. Whoever stops it stops only the looking on;
/// ordering the same again goes on.
public final class BillsCommand {

    private static final int MISUSED = 2;

    private BillsCommand() {}

    private record Words(
            List<String> options,
            SupplierCode supplier,
            BillingMonth month,
            @Nullable Path into) {}

    /// @return 0 when every bill is issued, 1 when some could not be made or there are none, 2 when the words were not
    ///         understood
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
        @Nullable Path into = null;
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--data") && word.hasNext()) {
                options.add("--golubika.data=" + word.next());
            } else if (next.startsWith("--data=")) {
                options.add("--golubika." + next.substring(2));
            } else if (next.equals("--into") && word.hasNext()) {
                into = Path.of(word.next());
            } else if (next.startsWith("--") && next.contains("=")) {
                options.add(next);
            } else {
                rest.add(next);
            }
        }
        var month = rest.size() == 2 ? BillingMonth.parse(rest.get(1)) : Optional.<BillingMonth>empty();
        return month.isPresent() && SupplierCode.isWellFormed(rest.getFirst())
                ? Optional.of(new Words(options, new SupplierCode(rest.getFirst()), month.get(), into))
                : Optional.empty();
    }

    private static int issue(Words words, PrintStream out) {
        try (var portal = new SpringApplicationBuilder(BillsSetup.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(words.options().toArray(String[]::new))) {
            var texts = portal.getBean(Texts.class);
            var runs = portal.getBean(BillRuns.class);
            if (portal.getBean(Suppliers.class).find(words.supplier()).isEmpty()) {
                out.println(texts.of("bills.command.no-supplier", words.supplier()));
                return 1;
            }
            var run = runs.order(words.supplier(), words.month());
            out.println(
                    texts.of("bills.command.ordered", words.supplier(), words.month(), Format.number(run.accounts())));
            run = await(runs, run, texts, out);
            if (words.into() != null) {
                write(runs, run, words.into());
                out.println(texts.of("bills.command.written", words.into()));
            }
            return run.failed() == 0 && run.done() > 0 ? 0 : 1;
        }
    }

    private static BillRun await(BillRuns runs, BillRun ordered, Texts texts, PrintStream out) {
        var run = ordered;
        var shown = -1L;
        while (!run.finished()) {
            if (run.done() != shown) {
                shown = run.done();
                out.println("  " + progress(run, texts));
            }
            pause();
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

    // Under another name first: a file that is there is whole.
    private static void write(BillRuns runs, BillRun run, Path folder) {
        try {
            Files.createDirectories(folder);
            var number = 0;
            for (var first : runs.prints(run.supplier(), run.month())) {
                number++;
                var name = "%s-%s-%05d.pdf".formatted(run.supplier(), run.month(), number);
                var part = folder.resolve(name + ".part");
                Files.write(part, runs.pages(run.supplier(), run.month(), first).orElseThrow());
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
