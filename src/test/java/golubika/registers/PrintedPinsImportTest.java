package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccessLevel;
import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.accounts.Rights;
import golubika.bills.Bill;
import golubika.bills.Bills;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.suppliers.Switches;
import golubika.testing.Copy;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// PINs come with ACCOUNTS; a copy that can be read again is kept only for suppliers that print them on bills.
@PortalTest
class PrintedPinsImportTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Bills bills;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Supplier supplier;

    @BeforeEach
    void aSupplierThatPrintsPins() {
        supplier = switched(TestSupplier.fresh(), true);
        suppliers.save(supplier);
    }

    @Test
    void a_pin_of_the_register_stands_on_the_bill_and_a_new_one_takes_its_place() {
        load("2026-10-31", "204816");
        assertThat(pinOnBill(Rights.OWN)).isEqualTo("204816");

        load("2026-11-05", "");
        assertThat(pinOnBill(Rights.OWN))
                .as("an empty PIN leaves the known one")
                .isEqualTo("204816");
        load("2026-11-10", "775533");
        assertThat(pinOnBill(Rights.OWN)).isEqualTo("775533");
    }

    @Test
    void what_is_stored_does_not_hold_the_pin() {
        load("2026-10-31", "204816");
        var sealed = sealed();
        assertThat(sealed).hasSize(1);
        assertThat(new String(sealed.getFirst(), StandardCharsets.ISO_8859_1)).doesNotContain("204816");
    }

    @Test
    void the_same_pin_again_is_not_written_again() {
        load("2026-10-31", "204816");
        var before = sealed().getFirst();
        load("2026-11-05", "204816");
        assertThat(sealed().getFirst()).isEqualTo(before);
    }

    @Test
    void a_copy_that_was_put_beside_another_account_does_not_open() {
        load("2026-10-31", "204816");
        jdbc.sql("update printed_pin set sealed = set_byte(sealed, 13, (get_byte(sealed, 13) + 1) % 256)")
                .update();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> pinOnBill(Rights.OWN))
                .hasMessage("what was encrypted cannot be read or kept");
        jdbc.sql("delete from printed_pin").update();
    }

    @Test
    void who_was_invited_never_sees_it() {
        load("2026-10-31", "204816");
        assertThat(pinOnBill(Rights.invited(true, true))).isNull();
    }

    @Test
    void a_supplier_that_does_not_print_them_has_none_and_one_that_stops_loses_them() throws Exception {
        load("2026-10-31", "204816");
        var code = supplier.code().value();
        var description = SupplierRegisterTest.DESCRIPTION
                .formatted(code, false)
                .replace("[3, 6]", "[]")
                .replace("maxDigits: 9", "maxDigits: 10");
        var report = registers.load(Files.writeString(folder.resolve("s.yaml"), description), progress -> {});
        assertThat(report.outcome()).as(report.faults().toString()).isEqualTo(Report.Outcome.APPLIED);
        assertThat(sealed()).isEmpty();

        load("2026-11-10", "204816");
        assertThat(sealed()).isEmpty();
    }

    private static Supplier switched(Supplier supplier, boolean on) {
        return Copy.of(supplier, "switches", old -> Copy.of((Switches) old, "pinOnBill", _ -> on));
    }

    private void load(String asOf, String pin) {
        var report = registers.load(
                WrittenRegister.of(supplier.code(), RegisterKind.ACCOUNTS, asOf)
                        .columns("ACCOUNT;DIRECTION;STATUS;PIN")
                        .line("1;HEAT;ACTIVE;" + pin)
                        .in(folder),
                progress -> {});
        assertThat(report.outcome()).isEqualTo(Report.Outcome.APPLIED);
    }

    private String pinOnBill(Rights rights) {
        var account = AccountId.of(supplier.code(), "1");
        jdbc.sql("""
                insert into balance (account_id, month, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out)
                values (:id, :month, date '2026-11-05', 0, 100, 0, 0, 0, 100)
                on conflict do nothing
                """)
                .param("id", account.value())
                .param("month", OCTOBER.firstDay())
                .update();
        var link = new Link(account, suppliers.get(supplier.code()), "1", AccessLevel.FULL, null, rights);
        return bills.find(link, OCTOBER).map(Bill::pin).orElse(null);
    }

    private List<byte[]> sealed() {
        return jdbc.sql("""
                select p.sealed from printed_pin p join account a on a.account_id = p.account_id
                where a.supplier = :supplier
                """)
                .param("supplier", supplier.code().value())
                .query(byte[].class)
                .list();
    }
}
