package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccountId;
import golubika.accounts.Pins;
import golubika.registers.Report.Counts;
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

/// What registers make of what is known already.
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class MergeTest {

    private static final String METERS = "ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS";
    private static final String BALANCES = "ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT";

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Pins pins;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    Supplier supplier;

    @BeforeEach
    void aSupplierWithAccounts1To3() {
        supplier = TestSupplier.fresh();
        suppliers.save(supplier);
        assertThat(accounts("2026-09-30", "1;HEAT;ACTIVE;Морошкин;1234", "2;HEAT;ACTIVE;;", "3;COOK;ACTIVE;;"))
                .isEqualTo(new Counts(3, 0, 0, 0));
    }

    @Test
    void accounts_are_added_and_changed_and_those_absent_stay() {
        assertThat(accounts("2026-10-31", "1;HEAT;ACTIVE;Морошкин;", "2;HEAT;CLOSED;;", "4;HEAT;ACTIVE;;"))
                .isEqualTo(new Counts(1, 1, 1, 0));
        assertThat(texts("select account_no || ' ' || status || ' ' || as_of from account where supplier = :s"))
                .containsExactlyInAnyOrder(
                        "1 ACTIVE 2026-10-31", "2 CLOSED 2026-10-31", "3 ACTIVE 2026-09-30", "4 ACTIVE 2026-10-31");
    }

    @Test
    void an_older_register_leaves_newer_accounts_alone() {
        accounts("2026-10-31", "2;HEAT;CLOSED;;");
        assertThat(accounts("2026-10-01", "2;HEAT;ACTIVE;;", "5;HEAT;ACTIVE;;")).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(texts("select status from account where supplier = :s and account_no = '2'"))
                .containsExactly("CLOSED");
    }

    @Test
    void a_register_without_changes_is_not_undone_by_an_earlier_one() {
        accounts("2026-11-10", "1;HEAT;ACTIVE;Морошкин;", "2;HEAT;ACTIVE;;", "3;COOK;ACTIVE;;");
        assertThat(accounts("2026-11-05", "1;HEAT;CLOSED;Морошкин;", "4;HEAT;ACTIVE;;"))
                .isEqualTo(new Counts(1, 0, 0, 1));
        accounts("2026-11-15", "2;HEAT;ACTIVE;;");
        assertThat(accounts("2026-11-12", "2;HEAT;CLOSED;;", "3;COOK;CLOSED;;")).isEqualTo(new Counts(0, 1, 0, 1));
        assertThat(texts("select account_no || ' ' || status from account where supplier = :s"))
                .containsExactlyInAnyOrder("1 ACTIVE", "2 ACTIVE", "3 CLOSED", "4 ACTIVE");
    }

    @Test
    void a_register_of_meters_without_changes_is_not_undone_by_an_earlier_one() {
        load(of(RegisterKind.METERS, "2026-09-30", METERS)
                .line("1;M1;77;5;ACTIVE")
                .line("2;M1;78;5;ACTIVE")
                .line("3;M1;79;5;ACTIVE"));
        load(of(RegisterKind.METERS, "2026-11-10", METERS).line("1;M1;77;5;ACTIVE"));
        assertThat(load(of(RegisterKind.METERS, "2026-11-05", METERS)
                        .line("1;M1;77;5;REMOVED")
                        .line("2;M1;78;5;BROKEN")))
                .isEqualTo(new Counts(0, 1, 0, 1));
        load(of(RegisterKind.METERS, "2026-11-20", METERS)
                .line("1;M1;77;5;ACTIVE")
                .line("2;M1;78;5;BROKEN")
                .line("3;M1;79;5;ACTIVE"));
        assertThat(load(of(RegisterKind.METERS, "2026-11-15", METERS)
                        .line("2;M1;78;5;ACTIVE")
                        .line("3;M1;79;5;REMOVED")))
                .isEqualTo(new Counts(0, 0, 0, 2));
        assertThat(texts("""
                select account_no || ' ' || m.status
                from meter m join account a using (account_id) where supplier = :s
                """)).containsExactlyInAnyOrder("1 ACTIVE", "2 BROKEN", "3 ACTIVE");
    }

    @Test
    void late_charges_undo_neither_a_correction_nor_a_confirmation() {
        var columns = "ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED";
        load(of(RegisterKind.CHARGES, "2026-10-25", columns)
                .line("1;202610;1;GAS;METER;1.00")
                .line("2;202610;1;GAS;METER;2.00"));
        load(of(RegisterKind.CHARGES, "2026-11-05", columns)
                .line("1;202610;1;GAS;METER;9.00")
                .line("2;202610;1;GAS;METER;2.00"));
        assertThat(load(of(RegisterKind.CHARGES, "2026-10-31", columns)
                        .line("1;202610;1;GAS;METER;3.00")
                        .line("2;202610;1;GAS;METER;3.00")))
                .isEqualTo(new Counts(0, 0, 0, 2));
        assertThat(texts("select c.accrued::text from charge c join account a using (account_id) where supplier = :s"))
                .containsExactlyInAnyOrder("900", "200");
    }

    @Test
    void a_late_word_on_a_reading_leaves_the_later_one() {
        load(of(RegisterKind.METERS, "2026-09-30", METERS).line("1;M1;77;5;ACTIVE"));
        var columns = "READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE;STATE;REASON";
        var id = supplier.code() + "-r";
        load(of(RegisterKind.READINGS, "2026-10-25", columns).line(id + ";1;M1;2026-10-20;50;WEB;REFUSED;мало"));
        load(of(RegisterKind.ACK, "2026-11-10", "KIND;ID;RESULT").line("READINGS;" + id + ";OK"));
        assertThat(load(of(RegisterKind.READINGS, "2026-11-05", columns)
                        .line(id + ";1;M1;2026-10-20;50;WEB;REFUSED;мало")))
                .isEqualTo(new Counts(0, 0, 0, 1));
        load(of(RegisterKind.READINGS, "2026-11-20", columns).line(id + ";1;M1;2026-10-20;50;WEB;;"));
        assertThat(load(of(RegisterKind.ACK, "2026-11-15", "KIND;ID;RESULT").line("READINGS;" + id + ";REJECT")))
                .isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(texts("select state from reading r join account a using (account_id) where supplier = :s"))
                .containsExactly("ACCEPTED");
    }

    @Test
    void late_tariffs_and_norms_leave_the_later_ones() {
        var tariffs = "DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT";
        load(of(RegisterKind.TARIFFS, "2026-07-01", tariffs).line("HEAT;GAS;8.94000;м³;2026-07-01;22"));
        load(of(RegisterKind.TARIFFS, "2026-09-01", tariffs).line("HEAT;GAS;8.94000;м³;2026-07-01;22"));
        assertThat(load(of(RegisterKind.TARIFFS, "2026-08-01", tariffs).line("HEAT;GAS;7.00000;м³;2026-07-01;22")))
                .isEqualTo(new Counts(0, 0, 0, 1));
        var norms = "DIRECTION;SERVICE;NORM;UNIT;VALID_FROM";
        load(of(RegisterKind.NORMS, "2026-09-01", norms).line("COOK;GAS;12.5;м³;2026-07-01"));
        assertThat(load(of(RegisterKind.NORMS, "2026-08-01", norms).line("COOK;GAS;11.5;м³;2026-07-01")))
                .isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(texts("""
                select price || ' ' || norm from tariff join norm using (supplier) where supplier = :s
                """)).containsExactly("8.94000 12.50000");
    }

    @Test
    void a_rejection_is_kept_beside_its_payment_and_the_log_has_the_id_alone(CapturedOutput output) {
        var id = "GAS-" + supplier.code();
        load(of(RegisterKind.PAYMENTS, "2026-10-31", "PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL")
                .line(id + ";1;2026-10-20T10:00:00;400.00;PORTAL"));
        var columns = "KIND;ID;RESULT;CODE;TEXT";
        assertThat(load(of(RegisterKind.ACK, "2026-11-05", columns).line("PAYMENTS;" + id + ";REJECT;17;не Морошкина")))
                .isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(load(of(RegisterKind.ACK, "2026-11-03", columns).line("PAYMENTS;" + id + ";REJECT;5;рано")))
                .isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(texts("""
                select entry_id || ' ' || code || ' ' || reason || ' ' || r.as_of
                from ledger_rejected r join account a using (account_id) where supplier = :s
                """)).containsExactly(id + " 17 не Морошкина 2026-11-05");
        assertThat(output).contains(id).doesNotContain("Морошкина");
    }

    @Test
    void a_pin_is_kept_as_a_keyed_hash_and_an_empty_one_leaves_it() {
        var hash = pins.hash(AccountId.of(supplier.code(), "1"), "1234");
        accounts("2026-10-31", "1;COOK;ACTIVE;;");
        assertThat(jdbc.sql("select pin_hash from account where supplier = :s and account_no = '1'")
                        .param("s", supplier.code().value())
                        .query(byte[].class)
                        .single())
                .isEqualTo(hash)
                .isNotEqualTo(pins.hash(AccountId.of(supplier.code(), "2"), "1234"));
        assertThat(accounts("2026-10-31", "1;COOK;ACTIVE;;4321")).isEqualTo(new Counts(0, 1, 0, 0));
    }

    @Test
    void a_meter_is_replaced_and_its_serial_is_kept_for_comparing() {
        load(of(RegisterKind.METERS, "2026-09-30", METERS).line("1;M1;сг-0042/х;5;ACTIVE"));
        assertThat(load(of(RegisterKind.METERS, "2026-10-31", METERS)
                        .line("1;M1;сг-0042/х;5;REMOVED")
                        .line("1;M2;BK 77;5;ACTIVE")))
                .isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(texts("""
                select meter_id || ' ' || serial_key || ' ' || m.status
                from meter m join account a using (account_id) where supplier = :s
                """)).containsExactlyInAnyOrder("M1 CГ0042X REMOVED", "M2 BK77 ACTIVE");
    }

    @Test
    void a_line_of_charges_changes_under_its_id_and_corrections_stand_beside_it() {
        var columns = "ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;VOLUME;PRICE;ACCRUED;RECALC";
        load(of(RegisterKind.CHARGES, "2026-10-31", columns).line("1;202610;1;GAS;AVERAGE;10;8.94000;89.40;"));
        assertThat(load(of(RegisterKind.CHARGES, "2026-11-05", columns)
                        .line("1;202610;1;GAS;METER;12;8.94000;107.28;")
                        .line("1;202610;2;GAS;FIXED;;;0;-1.10")))
                .isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(texts("""
                select line_id || ' ' || method || ' ' || c.accrued || ' ' || recalc || ' ' || benefit
                from charge c join account a using (account_id) where supplier = :s and month = '2026-10-01'
                """)).containsExactlyInAnyOrder("1 METER 10728 0 0", "2 FIXED 0 -110 0");
    }

    @Test
    void balances_of_an_earlier_day_never_take_the_place_of_later_ones() {
        load(of(RegisterKind.BALANCES, "2026-11-10", BALANCES).line("1;202610;0;5.00;0;5.00"));
        assertThat(load(of(RegisterKind.BALANCES, "2026-11-05", BALANCES)
                        .line("1;202610;0;9.00;0;9.00")
                        .line("1;202609;0;3.00;0;3.00")))
                .isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(load(of(RegisterKind.BALANCES, "2026-11-12", BALANCES + ";AS_OF")
                        .line("1;202610;0;9.00;0;9.00;2026-11-05")
                        .line("1;202609;0;3.00;0;3.00;2026-11-05")))
                .isEqualTo(new Counts(0, 0, 1, 1));
        assertThat(texts("""
                select month || ' ' || saldo_out || ' ' || b.as_of
                from balance b join account a using (account_id) where supplier = :s
                """)).containsExactlyInAnyOrder("2026-10-01 500 2026-11-10", "2026-09-01 300 2026-11-05");
    }

    @Test
    void balances_may_be_split_by_service_beside_the_whole() {
        load(of(RegisterKind.BALANCES, "2026-11-10", BALANCES + ";SERVICE")
                .line("1;202610;0;5.00;0;5.00;")
                .line("1;202610;0;4.00;0;4.00;GAS"));
        assertThat(texts("""
                select service || ' ' || saldo_out
                from balance b join account a using (account_id) where supplier = :s
                """)).containsExactlyInAnyOrder(" 500", "GAS 400");
    }

    @Test
    void our_reading_gets_the_billings_word_and_a_replaced_one_stays_replaced() {
        load(of(RegisterKind.METERS, "2026-09-30", METERS).line("1;M1;77;5;ACTIVE"));
        jdbc.sql("""
                insert into reading (account_id, reading_id, meter_id, read_on, value, source, state, received_at)
                select account_id, id, 'M1', '2026-10-20', value, 'WEB', state, '2026-10-20T10:00Z'
                from account, (values ('old', 50, 'REPLACED'), ('ours', 55, 'SENT'), ('bad', 56, 'SENT'))
                     given (id, value, state)
                where supplier = :s and account_no = '1'
                """).param("s", supplier.code().value()).update();
        var columns = "READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE;STATE;REASON";
        assertThat(load(of(RegisterKind.READINGS, "2026-10-31", columns)
                        .line("old;1;M1;2026-10-20;50;WEB;ACCEPTED;")
                        .line("ours;1;M1;2026-10-20;55;WEB;ACCEPTED;")
                        .line("theirs;1;M1;2026-10-25T23:30:00Z;60;INSPECTION;;")))
                .isEqualTo(new Counts(1, 1, 1, 0));
        load(of(RegisterKind.ACK, "2026-10-31", "KIND;ID;RESULT;CODE;TEXT")
                .line("READINGS;bad;REJECT;7;меньше прошлого"));
        assertThat(texts("""
                select reading_id || ' ' || state || ' ' || read_on || coalesce(' ' || reason, '')
                from reading r join account a using (account_id) where supplier = :s
                """))
                .containsExactlyInAnyOrder(
                        "old REPLACED 2026-10-20",
                        "ours ACCEPTED 2026-10-20",
                        "bad REFUSED 2026-10-20 меньше прошлого",
                        "theirs ACCEPTED 2026-10-26");
    }

    @Test
    void tariffs_and_norms_end_when_the_next_begins() {
        var tariffs = "DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VALID_TO;VAT;ORDER_NO";
        load(of(RegisterKind.TARIFFS, "2025-07-01", tariffs).line("HEAT;GAS;8.12345;м³;2025-07-01;;20;12-т"));
        assertThat(load(of(RegisterKind.TARIFFS, "2026-07-01", tariffs)
                        .line("HEAT;GAS;8.12345;м³;2025-07-01;2026-06-30;20;12-т")
                        .line("HEAT;GAS;8.94000;м³;2026-07-01;;22;31-т")))
                .isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(load(of(RegisterKind.NORMS, "2026-07-01", "DIRECTION;SERVICE;NORM;UNIT;VALID_FROM")
                        .line("COOK;GAS;12.5;м³ на человека;2026-07-01")))
                .isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(texts("select price || ' ' || coalesce(valid_to::text, 'open') from tariff where supplier = :s"))
                .containsExactlyInAnyOrder("8.12345 2026-06-30", "8.94000 open");
    }

    private Counts accounts(String asOf, String... lines) {
        var register = of(RegisterKind.ACCOUNTS, asOf, "ACCOUNT;DIRECTION;STATUS;FIO;PIN");
        List.of(lines).forEach(register::line);
        return load(register);
    }

    private WrittenRegister of(RegisterKind kind, String asOf, String columns) {
        return WrittenRegister.of(supplier.code(), kind, asOf).columns(columns);
    }

    private Counts load(WrittenRegister register) {
        var report = registers.load(register.in(folder), progress -> {});
        assertThat(report.faults()).isEmpty();
        return report.counts();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql)
                .param("s", supplier.code().value())
                .query(String.class)
                .list();
    }
}
