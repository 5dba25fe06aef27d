package golubika.bills.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.OpenFull;
import golubika.accounts.Pins;
import golubika.audit.Caller;
import golubika.bills.Paperless;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.suppliers.Switches;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Copy;
import golubika.testing.Mailbox;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Seven homes of a supplier of its own, in portions of three.
@PortalTest
@TestPropertySource(properties = "golubika.bills.portion=3")
class IssueBillsTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    BillRuns runs;

    @Autowired
    IssueBills issuing;

    @Autowired
    Paperless paperless;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    OpenFull openFull;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    private Supplier supplier;
    private final List<AnAccount> homes = new ArrayList<>();

    @BeforeEach
    void sevenHomes() {
        var code = new SupplierCode("issue-" + COUNT.incrementAndGet());
        supplier = ASupplier.in(suppliers, jdbc, code, usual -> usual);
        suppliers.get(code);
        for (var i = 1; i <= 7; i++) {
            homes.add(home("8000" + i));
        }
    }

    @Test
    void every_home_gets_its_page_once() throws IOException {
        issue();

        assertThat(run()).isEqualTo(new BillRun(supplier.code(), OCTOBER, run().lastAccount(), 7, 7, 0, 0, true));
        assertThat(printed()).containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(runs.prints(supplier.code(), OCTOBER)).hasSize(3);
    }

    @Test
    void who_does_without_paper_gets_one_letter_instead() throws IOException {
        var vera = household(homes.get(2));

        issue();
        issue();

        assertThat(letters(vera)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Квитанция за октябрь готова");
            assertThat(letter.body().replace('\u00a0', ' '))
                    .contains("К оплате 89,40 ₽ до 15 ноября", "ЛС …0003")
                    .doesNotContain("Клюквина", "Ягодный", "80003");
            assertThat(letter.linkPath()).isEqualTo("/accounts/" + homes.get(2).id() + "/bills/2026-10");
        });
        assertThat(printed()).hasSize(6).doesNotContain("80003");
        assertThat(run().writtenTo()).isEqualTo(1);
    }

    @Test
    void who_lost_access_or_whose_supplier_offers_it_no_more_gets_paper_again() throws IOException {
        var vera = household(homes.get(2));
        suppliers.save(Copy.of(supplier, "switches", old -> Copy.of((Switches) old, "paperless", _ -> false)));
        suppliers.get(supplier.code());

        issue();

        assertThat(letters(vera)).isEmpty();
        assertThat(printed()).hasSize(7);
    }

    @Test
    void a_month_that_comes_later_is_issued_when_it_is_ordered_again_and_nobody_is_written_to_twice()
            throws IOException {
        var vera = household(homes.get(2));
        issue();
        homes.add(home("80099"));

        issue();

        assertThat(run().done()).isEqualTo(8);
        assertThat(letters(vera)).hasSize(1);
        assertThat(printed()).hasSize(7).doesNotHaveDuplicates().contains("80099");
    }

    @Test
    void a_bill_that_cannot_be_made_keeps_no_other_waiting() throws IOException {
        suppliers.save(Copy.of(supplier, "switches", old -> Copy.of((Switches) old, "pinOnBill", _ -> true)));
        var spoilt = homes.get(1);
        jdbc.sql("insert into printed_pin (account_id, pin_hash, sealed) values (:id, :hash, :sealed)")
                .param("id", spoilt.id().value())
                .param("hash", pins.hash(spoilt.id(), "482915"))
                .param("sealed", new byte[40])
                .update();

        issue();

        assertThat(run().failed()).isEqualTo(1);
        assertThat(run().finished()).isTrue();
        assertThat(printed()).hasSize(6).doesNotContain(spoilt.number());
    }

    @Test
    void of_two_that_work_on_one_run_one_alone_moves_it_on() {
        runs.order(supplier.code(), OCTOBER);
        var seen = run();
        var due = runs.next(seen, 3);
        var portion =
                new BillRuns.Portion(due.getFirst().account(), due.getLast().account(), 3, 0, 0, 1, new byte[] {1});

        assertThat(runs.advance(seen, portion)).isTrue();
        assertThat(runs.advance(seen, portion)).isFalse();
        assertThat(run().done()).isEqualTo(3);
    }

    @Test
    void the_pages_in_the_database_can_be_read_with_the_portals_secret_alone() {
        issue();
        var sealed = jdbc.sql("select sealed from bill_print where supplier = :supplier limit 1")
                .param("supplier", supplier.code().value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isNotEqualTo("%PDF-");
        jdbc.sql("update bill_print set first_account = first_account + 1 where supplier = :supplier")
                .param("supplier", supplier.code().value())
                .update();
        var moved = runs.prints(supplier.code(), OCTOBER).getFirst();
        assertThatThrownBy(() -> runs.pages(supplier.code(), OCTOBER, moved)).isInstanceOf(IllegalStateException.class);
    }

    private void issue() {
        runs.order(supplier.code(), OCTOBER);
        issuing.issue();
    }

    private BillRun run() {
        return runs.find(supplier.code(), OCTOBER).orElseThrow();
    }

    private List<String> printed() throws IOException {
        return Printed.numbers(runs, supplier.code(), OCTOBER);
    }

    private List<String> numbers() {
        return homes.stream().map(AnAccount::number).toList();
    }

    private List<Mailbox.Letter> letters(Household household) {
        return mailbox.of(household.login()).stream()
                .filter(letter -> letter.subject().contains("готова"))
                .toList();
    }

    private AnAccount home(String number) {
        return AnAccount.of(jdbc, supplier.code(), number)
                .withPin(pins, "482915")
                .charged(ALine.byNorm(OCTOBER))
                .balance(OCTOBER, "", 0, 8_940, 0, 8_940);
    }

    private Household household(AnAccount home) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(supplier.code()), home.number());
        var link = links.find(household.id(), home.id()).orElseThrow();
        openFull.open(household.id(), link, "pin", "482915", Caller.PORTAL);
        var full = links.find(household.id(), home.id()).orElseThrow();
        assertThat(paperless.begin(household.id(), full, Caller.PORTAL)).isEqualTo(Paperless.Began.DONE);
        return household;
    }
}
