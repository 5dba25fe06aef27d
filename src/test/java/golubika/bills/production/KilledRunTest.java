package golubika.bills.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.PortalProcess;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/// A portal of its own process issues the bills, and is killed in the middle of them. This one, without jobs of its
/// own,
/// only looks on.
@PortalTest
@DirtiesContext
class KilledRunTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final SupplierCode SUPPLIER = new SupplierCode("killed");
    private static final int HOMES = 1_500;
    private static final int WITHOUT_PAPER = 5;

    @Autowired
    BillRuns runs;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void after_a_kill_it_goes_on_with_nothing_doubled_and_nothing_lost() throws IOException {
        var readers = homes();
        runs.order(SUPPLIER, OCTOBER);
        try (var portal = PortalProcess.over(
                folder,
                "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                "--golubika.secret=" + environment.getRequiredProperty("golubika.secret"),
                "--golubika.address=http://localhost:8080",
                "--golubika.bills.portion=10")) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> run().done() >= 30);
            portal.kill();
            assertThat(run().done()).as("it was killed in the middle").isLessThan(HOMES);
            assertThat(run().finished()).isFalse();

            portal.start();
            await().atMost(Duration.ofMinutes(4)).until(() -> run().finished());
        }
        assertThat(run().done()).isEqualTo(HOMES);
        assertThat(run().failed()).isZero();
        assertThat(run().writtenTo()).isEqualTo(WITHOUT_PAPER);
        assertThat(Printed.numbers(runs, SUPPLIER, OCTOBER))
                .hasSize(HOMES - WITHOUT_PAPER)
                .doesNotHaveDuplicates();
        assertThat(readers)
                .allSatisfy(reader -> assertThat(mailbox.of(reader.login()))
                        .filteredOn(letter -> letter.subject().contains("готова"))
                        .hasSize(1));
    }

    private BillRun run() {
        return runs.find(SUPPLIER, OCTOBER).orElseThrow();
    }

    private List<Household> homes() {
        ASupplier.in(suppliers, jdbc, SUPPLIER, usual -> usual);
        var readers = new ArrayList<Household>();
        for (var i = 0; i < HOMES; i++) {
            var home = AnAccount.of(jdbc, SUPPLIER, Integer.toString(600_000 + i))
                    .charged(OCTOBER, 10, "8.94", 8_940)
                    .balance(OCTOBER, "", 0, 8_940, 0, 8_940);
            if (i % (HOMES / WITHOUT_PAPER) == 0) {
                readers.add(reader(home));
            }
        }
        return readers;
    }

    // As the pages would have left it.
    private Household reader(AnAccount home) {
        var household = visitors.household();
        jdbc.sql("""
                insert into account_subscriber (account_id, subscriber_id, level, linked_at, opened_at, opened_by)
                values (:account, :id, 'FULL', :now, :now, 'pin')
                """)
                .param("account", home.id().value())
                .param("id", household.id().value())
                .param("now", new Timestamp(0))
                .update();
        jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
                values (:id, :account, :supplier, :number, 'FULL', :now)
                """)
                .param("account", home.id().value())
                .param("id", household.id().value())
                .param("supplier", SUPPLIER.value())
                .param("number", home.number())
                .param("now", new Timestamp(0))
                .update();
        jdbc.sql("insert into paperless (account_id, subscriber_id, since) values (:account, :id, :now)")
                .param("account", home.id().value())
                .param("id", household.id().value())
                .param("now", new Timestamp(0))
                .update();
        return household;
    }
}
