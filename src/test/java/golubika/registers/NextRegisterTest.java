package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccountId;
import golubika.charges.Debts;
import golubika.charges.Ledger;
import golubika.charges.Receipt;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import golubika.values.Money;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A home owes 1 000.00 by its October statement, as of 3 November, and pays 400.00 on the portal on 5 November.
@PortalTest
class NextRegisterTest {

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Ledger ledger;

    @Autowired
    Debts debts;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    Supplier supplier;
    AccountId account;

    @BeforeEach
    void aHomeThatHasPaid() {
        supplier = TestSupplier.fresh();
        suppliers.save(supplier);
        account = AccountId.of(supplier.code(), "1");
        load(of(RegisterKind.ACCOUNTS, "2026-11-03", "ACCOUNT;DIRECTION;STATUS").line("1;HEAT;ACTIVE"));
        balance("2026-11-03", "202610", "1000.00");
        transaction.executeWithoutResult(status -> ledger.post(
                account,
                new Receipt(
                        "GAS-" + supplier.code(),
                        Instant.parse("2026-11-05T10:00:00Z"),
                        Money.ofKopecks(400_00),
                        "PORTAL",
                        "yookassa",
                        "22d6d597")));
        assertThat(owes()).isEqualTo("600.00");
    }

    @Test
    void a_register_that_does_not_know_the_payment_does_not_lose_it() {
        payments("2026-11-04", "");
        balance("2026-11-04", "202610", "1000.00");
        assertThat(owes()).isEqualTo("600.00");
    }

    @Test
    void a_register_that_names_the_payment_does_not_count_it_twice() {
        payments("2026-11-07", ours());
        balance("2026-11-07", "202610", "600.00");
        assertThat(owes()).isEqualTo("600.00");
    }

    @Test
    void named_in_the_middle_of_the_month_it_still_lowers_the_statement_from_before() {
        payments("2026-11-07", ours());
        assertThat(owes()).isEqualTo("600.00");
        balance("2026-11-19", "202611", "850.00");
        assertThat(owes()).isEqualTo("850.00");
    }

    @Test
    void a_later_register_that_names_it_again_changes_nothing() {
        payments("2026-11-07", ours());
        balance("2026-11-07", "202610", "600.00");
        payments("2026-11-15", ours());
        assertThat(owes()).isEqualTo("600.00");
    }

    @Test
    void an_acknowledgement_is_enough_for_the_next_balance() {
        acknowledge("2026-11-07", "OK");
        assertThat(owes()).isEqualTo("600.00");
        balance("2026-11-07", "202610", "600.00");
        assertThat(owes()).isEqualTo("600.00");
    }

    @Test
    void a_rejected_payment_is_not_lost() {
        acknowledge("2026-11-07", "REJECT");
        balance("2026-11-08", "202610", "1000.00");
        assertThat(owes()).isEqualTo("600.00");
    }

    @Test
    void a_payment_in_a_bank_counts_once_before_and_after_its_statement() {
        payments("2026-11-08", "BANK-" + supplier.code() + ";1;2026-11-06T09:00:00;100.00;BANK");
        assertThat(owes()).isEqualTo("500.00");
        balance("2026-11-08", "202610", "900.00");
        assertThat(owes()).isEqualTo("500.00");
        payments("2026-11-09", ours());
        balance("2026-11-09", "202610", "500.00");
        assertThat(owes()).isEqualTo("500.00");
    }

    @Test
    void an_earlier_register_that_comes_late_tells_when_the_payment_was_known() {
        payments("2026-11-15", ours());
        balance("2026-11-07", "202610", "600.00");
        payments("2026-11-07", ours());
        assertThat(owes()).isEqualTo("600.00");
    }

    private String ours() {
        return "GAS-" + supplier.code() + ";1;2026-11-05T13:00:00;400.00;PORTAL";
    }

    private void payments(String asOf, String line) {
        var register = of(RegisterKind.PAYMENTS, asOf, "PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL");
        load(line.isEmpty() ? register : register.line(line));
    }

    private void acknowledge(String asOf, String result) {
        load(of(RegisterKind.ACK, asOf, "KIND;ID;RESULT").line("PAYMENTS;GAS-" + supplier.code() + ";" + result));
    }

    private void balance(String asOf, String month, String out) {
        load(of(RegisterKind.BALANCES, asOf, "ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT")
                .line("1;" + month + ";0;0;0;" + out));
    }

    private WrittenRegister of(RegisterKind kind, String asOf, String columns) {
        return WrittenRegister.of(supplier.code(), kind, asOf).columns(columns);
    }

    private void load(WrittenRegister register) {
        assertThat(registers.load(register.in(folder), progress -> {}).faults()).isEmpty();
    }

    private String owes() {
        return debts.of(account).amount().toString();
    }
}
