package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lines that do not follow from their own figures are applied as they came, and kept for staff.
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class LineDoubtsTest {

    private static final String CHARGES = "ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;VOLUME;COEF;PRICE;ACCRUED";
    private static final String BALANCES = "ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT;RECALC;PENALTY";

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    Supplier supplier;

    @BeforeEach
    void aSupplierWithAnAccount() {
        supplier = TestSupplier.fresh();
        suppliers.save(supplier);
        load(RegisterKind.ACCOUNTS, "2026-09-30", "ACCOUNT;DIRECTION;STATUS", "1;HEAT;ACTIVE");
    }

    @Test
    void lines_that_are_rounded_half_up_once_leave_no_doubt(CapturedOutput output) {
        load(
                RegisterKind.CHARGES,
                "2026-10-31",
                CHARGES,
                "1;202610;a;GAS;METER;214;1;8.94000;1913.16",
                "1;202610;b;GAS;METER;1;1;0.00500;0.01",
                "1;202610;c;GAS;METER;-1;1;0.00500;-0.01",
                "1;202610;d;GAS;METER;10.5;1.01;20.20000;214.22",
                "1;202610;e;GAS;METER;;;;77.00",
                "1;202610;f;GAS;FIXED;1;;31.20;31.20");
        load(RegisterKind.BALANCES, "2026-10-31", BALANCES, "1;202610;10.00;100.00;5.00;107.50;2.00;0.50");

        assertThat(doubts()).isEmpty();
        assertThat(output).doesNotContain("do not follow");
    }

    @Test
    void a_line_that_does_not_reckon_is_applied_noted_and_forgotten_when_it_is_put_right(CapturedOutput output) {
        load(RegisterKind.CHARGES, "2026-10-31", CHARGES, "1;202610;a;GAS;METER;214;1;8.94000;1913.17");

        assertThat(doubts()).containsExactly("CHARGE a 191317 191316");
        assertThat(output).contains("CHARGES of " + supplier.code() + " as of 2026-10-31: 1 lines do not follow");
        assertThat(jdbc.sql("select count(*) from charge c join account a using (account_id) where supplier = :s")
                        .param("s", supplier.code().value())
                        .query(Integer.class)
                        .single())
                .isOne();

        load(RegisterKind.CHARGES, "2026-11-05", CHARGES, "1;202610;a;GAS;METER;214;1;8.94000;1913.16");

        assertThat(doubts()).isEmpty();
    }

    @Test
    void a_balance_that_does_not_add_up_is_noted() {
        load(RegisterKind.BALANCES, "2026-10-31", BALANCES, "1;202610;10.00;100.00;5.00;106.00;0;0");

        assertThat(doubts()).containsExactly("BALANCE  10600 10500");
    }

    @Test
    void a_balance_of_an_earlier_day_than_the_known_one_settles_nothing() {
        var dated = BALANCES + ";AS_OF";
        load(RegisterKind.BALANCES, "2026-11-10", dated, "1;202610;10.00;100.00;5.00;106.00;0;0;2026-11-10");

        load(RegisterKind.BALANCES, "2026-11-15", dated, "1;202610;10.00;100.00;5.00;105.00;0;0;2026-11-01");

        assertThat(doubts()).containsExactly("BALANCE  10600 10500");
        load(RegisterKind.BALANCES, "2026-11-16", dated, "1;202610;10.00;100.00;5.00;105.00;0;0;2026-11-16");
        assertThat(doubts()).isEmpty();
    }

    @Test
    void what_an_outdated_register_says_raises_no_doubt() {
        load(RegisterKind.CHARGES, "2026-11-05", CHARGES, "1;202610;a;GAS;METER;214;1;8.94000;1913.16");
        load(RegisterKind.CHARGES, "2026-10-31", CHARGES, "1;202610;a;GAS;METER;214;1;8.94000;1.00");

        assertThat(doubts()).isEmpty();
    }

    private void load(RegisterKind kind, String asOf, String columns, String... lines) {
        var register = WrittenRegister.of(supplier.code(), kind, asOf).columns(columns);
        List.of(lines).forEach(register::line);
        assertThat(registers.load(register.in(folder), progress -> {}).faults()).isEmpty();
    }

    private List<String> doubts() {
        return jdbc.sql("""
                select kind || ' ' || line_id || ' ' || stated || ' ' || reckoned
                from statement_doubt join account using (account_id) where supplier = :s
                """)
                .param("s", supplier.code().value())
                .query(String.class)
                .list();
    }
}
