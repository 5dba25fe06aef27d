package golubika.bills.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.bills.BillsCommand;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The command orders; the portal, played by its job, does the work.
@PortalTest
class BillsCommandTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final SupplierCode SUPPLIER = new SupplierCode("ordered");
    private static final String FIRST = "ordered-2026-10-00001.pdf";

    @Autowired
    BillRuns runs;

    @Autowired
    IssueBills issuing;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Environment environment;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void aSupplier() {
        ASupplier.in(suppliers, jdbc, SUPPLIER, usual -> usual);
        for (var table : new String[] {"bill_run", "bill_print"}) {
            jdbc.sql("delete from " + table + " where supplier = 'ordered'").update();
        }
        for (var table : new String[] {"bill_issue", "charge", "balance", "account"}) {
            jdbc.sql("delete from " + table
                            + " where account_id in (select account_id from account where supplier = 'ordered')")
                    .update();
        }
    }

    @Test
    void it_writes_the_pages_for_the_printer() throws IOException {
        closed("700001", "700002");

        var command = CompletableFuture.supplyAsync(() -> run("ordered", "2026-10", "--into", folder.toString()));
        await().until(() -> runs.find(SUPPLIER, OCTOBER).isPresent());
        issuing.issue();

        assertThat(command.join()).isZero();
        try (var file = Loader.loadPDF(folder.resolve(FIRST).toFile())) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void of_a_finished_month_it_writes_the_pages_once_more_and_makes_nothing_anew() throws IOException {
        closed("700101", "700102");
        runs.order(SUPPLIER, OCTOBER);
        issuing.issue();
        var made = jdbc.sql("select max(made_at) from bill_print where supplier = 'ordered'")
                .query(Timestamp.class)
                .single();
        clock.pass(Duration.ofHours(1));
        var into = folder.resolve("new");
        Files.createDirectories(into);
        for (var left : new String[] {"ordered-2026-10-00007.pdf", "ordered-2026-10-00001.pdf.part"}) {
            Files.writeString(into.resolve(left), "of an earlier run");
        }
        Files.writeString(into.resolve("ordered-2026-09-00001.pdf"), "of another month");

        assertThat(run("ordered", "2026-10", "--into", into.toString())).isZero();
        assertThat(run("ordered", "2026-10", "--into", into.toString())).isZero();

        assertThat(into.toFile().list()).containsExactlyInAnyOrder("ordered-2026-09-00001.pdf", FIRST);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(into.resolve(FIRST))))
                .isEqualTo("rw-------");
        assertThat(jdbc.sql("select max(made_at) from bill_print where supplier = 'ordered'")
                        .query(Timestamp.class)
                        .single())
                .isEqualTo(made);
    }

    @Test
    void a_month_is_made_anew_when_that_is_said_and_its_folder_is_nobody_elses() throws IOException {
        closed("700201");
        runs.order(SUPPLIER, OCTOBER);
        issuing.issue();
        closed("700202");
        var into = folder.resolve("again");

        var command =
                CompletableFuture.supplyAsync(() -> run("ordered", "2026-10", "--again", "--into", into.toString()));
        await().until(() -> !runs.find(SUPPLIER, OCTOBER).orElseThrow().finished());
        issuing.issue();

        assertThat(command.join()).isZero();
        assertThat(Printed.numbers(runs, SUPPLIER, OCTOBER)).contains("700201", "700202");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(into)))
                .isEqualTo("rwx------");
    }

    @Test
    void pages_that_are_gone_are_told_instead_of_an_empty_folder() {
        closed("700301");
        runs.order(SUPPLIER, OCTOBER);
        issuing.issue();
        jdbc.sql("delete from bill_print where supplier = 'ordered'").update();

        assertThat(run("ordered", "2026-10", "--into", folder.toString())).isEqualTo(1);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void bills_that_could_not_be_made_are_told_by_the_exit_code() {
        closed("700401");
        runs.order(SUPPLIER, OCTOBER);
        issuing.issue();
        jdbc.sql("update bill_run set failed = 1, done = done + 1 where supplier = 'ordered'")
                .update();

        assertThat(run("ordered", "2026-10")).isEqualTo(1);
    }

    @Test
    void a_month_further_back_than_the_supplier_shows_is_not_ordered() {
        closed("700501");

        assertThat(run("ordered", "2024-10")).isEqualTo(1);
        assertThat(runs.find(SUPPLIER, BillingMonth.of(2024, 10))).isEmpty();
    }

    @Test
    void a_month_that_is_not_closed_yet_is_not_ordered() {
        closed("700601");

        assertThat(run("ordered", "2026-11", "--into", folder.toString())).isEqualTo(1);
        assertThat(runs.find(SUPPLIER, BillingMonth.of(2026, 11))).isEmpty();
    }

    private void closed(String... numbers) {
        for (var number : numbers) {
            AnAccount.of(jdbc, SUPPLIER, number)
                    .charged(ALine.byNorm(OCTOBER))
                    .balance(OCTOBER, "", 0, 8_940, 0, 8_940);
        }
    }

    @Test
    void an_unknown_supplier_and_words_that_say_nothing_are_told_from_each_other() {
        assertThat(run("nobody", "2026-10")).isEqualTo(1);
        assertThat(run("ordered")).isEqualTo(2);
        assertThat(run("ordered", "October")).isEqualTo(2);
    }

    private int run(String... words) {
        var settings = Stream.of(
                "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                "--golubika.secret=" + environment.getRequiredProperty("golubika.secret"));
        return BillsCommand.run(Stream.concat(Stream.of(words), settings).toArray(String[]::new));
    }
}
