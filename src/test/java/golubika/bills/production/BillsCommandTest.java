package golubika.bills.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.bills.BillsCommand;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.nio.file.Path;
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

    @Autowired
    BillRuns runs;

    @Autowired
    IssueBills issuing;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void aSupplier() {
        ASupplier.in(suppliers, jdbc, SUPPLIER, usual -> usual);
    }

    @Test
    void it_writes_the_pages_for_the_printer() throws IOException {
        for (var number : new String[] {"700001", "700002"}) {
            AnAccount.of(jdbc, SUPPLIER, number)
                    .charged(ALine.byNorm(OCTOBER))
                    .balance(OCTOBER, "", 0, 8_940, 0, 8_940);
        }

        var command = CompletableFuture.supplyAsync(() -> run("ordered", "2026-10", "--into", folder.toString()));
        await().until(() -> runs.find(SUPPLIER, OCTOBER).isPresent());
        issuing.issue();

        assertThat(command.join()).isZero();
        try (var file =
                Loader.loadPDF(folder.resolve("ordered-2026-10-00001.pdf").toFile())) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(folder.toFile().list()).hasSize(1);
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
