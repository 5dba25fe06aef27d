package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is asked of a file as a whole.
@PortalTest
class WholeFileTest {

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
    void supplier() {
        supplier = TestSupplier.fresh();
        suppliers.save(supplier);
    }

    // A line that begins with # would be a comment here, so the mark of registers is written §.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Лицевой счёт                                                        | 1 | NOT_A_REGISTER
            §GOLUBIKA;2;$;ACCOUNTS;2026-10-31                                   | 1 | NOT_A_REGISTER
            §GOLUBIKA;1;$;ACCOUNTS                                              | 1 | NOT_A_REGISTER
            §GOLUBIKA;1;nobody;ACCOUNTS;2026-10-31                              | 1 | UNKNOWN_SUPPLIER
            §GOLUBIKA;1;$;BILLS;2026-10-31                                      | 1 | UNKNOWN_KIND
            §GOLUBIKA;1;$;ACCOUNTS;31.10.2026                                   | 1 | NOT_A_DAY
            §GOLUBIKA;1;$;ACCOUNTS;2026-11-21                                   | 1 | DATE_IN_FUTURE
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS/§TOTAL;0;0         | 2 | MISSING_COLUMN
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION;DEBT     | 2 | UNKNOWN_COLUMN
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION;STATUS   | 2 | REPEATED_COLUMN
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION          | 2 | NO_TOTAL
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION/1;ACTIVE;HEAT/§TOTAL;1 | 4 | NO_TOTAL
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION/1;ACTIVE;HEAT/§TOTAL;2;0 | 4 | WRONG_ROWS
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION/1;ACTIVE;HEAT/§TOTAL;1;9 | 4 | WRONG_SUM
            §GOLUBIKA;1;$;ACCOUNTS;2026-10-31/ACCOUNT;STATUS;DIRECTION/§TOTAL;0;0/1;ACTIVE;HEAT | 4 | AFTER_TOTAL
            """)
    void a_file_that_is_no_whole_register_is_refused(String lines, int line, Reason reason) throws IOException {
        var file = Files.writeString(
                folder.resolve("file.csv"),
                lines.replace('§', '#').replace("$", supplier.code().value()).replace('/', '\n') + "\n");
        var report = registers.load(file, progress -> {});
        assertThat(report.faults()).extracting(Fault::line, Fault::reason).containsExactly(tuple((long) line, reason));
        assertThat(report.faults().getFirst().sentence()).isNotBlank().doesNotContain("{0}", "{1}");
    }

    @Test
    void wrong_control_sums_are_refused_in_every_kind_that_has_one() {
        load(accounts().line("1;HEAT;ACTIVE").in(folder));
        for (var register : new WrittenRegister[] {
            of(RegisterKind.CHARGES, "ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED")
                    .line("1;202610;1;GAS;NORM;10.01"),
            of(RegisterKind.BALANCES, "ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT")
                    .line("1;202610;0;0;0;10.01"),
            of(RegisterKind.PAYMENTS, "PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL").line("P;1;2026-10-01T10:00;10.01;BANK")
        }) {
            assertThat(registers
                            .load(register.last("#TOTAL;1;10.00").in(folder), progress -> {})
                            .faults())
                    .extracting(Fault::line, Fault::reason)
                    .containsExactly(tuple(4L, Reason.WRONG_SUM));
            load(register.last("#TOTAL;1;10.01").in(folder));
        }
    }

    @Test
    void one_bad_line_keeps_the_good_ones_out() {
        var report = registers.load(
                accounts().line("1;HEAT;ACTIVE").line("2;HEAT;GONE").in(folder), progress -> {});
        assertThat(report.isRefused()).isTrue();
        assertThat(count("account")).isZero();
    }

    @Test
    void a_hundred_faults_are_told_and_all_are_counted() {
        var many = accounts();
        for (var i = 1; i <= 250; i++) {
            many.line(i + ";HEAT;GONE");
        }
        var report = registers.load(many.in(folder), progress -> {});
        assertThat(report.faults()).hasSize(100);
        assertThat(report.faultCount()).isEqualTo(250);
        assertThat(report.rows()).isEqualTo(250);
    }

    @Test
    void faults_that_only_the_database_sees_are_counted_likewise() {
        var many = of(RegisterKind.METERS, "ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS");
        for (var i = 1; i <= 150; i++) {
            many.line(i + ";M1;77;5;ACTIVE");
        }
        var report = registers.load(many.line("151;M1;77;5;LOST").in(folder), progress -> {});
        assertThat(report.faultCount()).isEqualTo(151);
        assertThat(report.faults()).hasSize(100).isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()));
    }

    @Test
    void another_encoding_is_refused_where_it_begins() throws IOException {
        var text = of(RegisterKind.ACCOUNTS, "ACCOUNT;DIRECTION;STATUS;FIO")
                .line("1;HEAT;ACTIVE;Брусникин")
                .text();
        var file = Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName("windows-1251")));
        assertThat(registers.load(file, progress -> {}).faults())
                .extracting(Fault::line, Fault::reason)
                .containsExactly(tuple(3L, Reason.NOT_UTF8));
    }

    @Test
    void byte_order_mark_crlf_quotes_and_any_order_of_columns_are_read() throws IOException {
        var text = of(RegisterKind.ACCOUNTS, "STATUS;FIO;ACCOUNT;DIRECTION;ADDRESS")
                .line("ACTIVE;\"Морошкин; \"\"Иван\"\"\"; 1 ;HEAT; ул. Ягодная\\1")
                .lineEnd("\r\n")
                .text();
        load(Files.writeString(folder.resolve("a.csv"), "\ufeff" + text));
        assertThat(jdbc.sql("select holder || '|' || address from account where supplier = :s and account_no = '1'")
                        .param("s", supplier.code().value())
                        .query(String.class)
                        .single())
                .isEqualTo("Морошкин; \"Иван\"|ул. Ягодная\\1");
    }

    @Test
    void the_same_file_again_is_already_loaded() {
        var file = accounts().line("1;HEAT;ACTIVE").in(folder);
        load(file);
        jdbc.sql("update account set holder = 'since' where supplier = :s")
                .param("s", supplier.code().value())
                .update();
        assertThat(registers.load(file, progress -> {}).outcome()).isEqualTo(Report.Outcome.ALREADY_LOADED);
        assertThat(jdbc.sql("select holder from account where supplier = :s")
                        .param("s", supplier.code().value())
                        .query(String.class)
                        .single())
                .isEqualTo("since");
    }

    @Test
    void a_refused_file_may_come_again_once_what_it_needs_is_there() {
        var meters = of(RegisterKind.METERS, "ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS")
                .line("1;M1;77;5;ACTIVE")
                .in(folder);
        assertThat(registers.load(meters, progress -> {}).isRefused()).isTrue();
        load(accounts().line("1;HEAT;ACTIVE").in(folder));
        load(meters);
    }

    @Test
    void every_run_is_recorded() {
        load(accounts().line("1;HEAT;ACTIVE").in(folder));
        registers.load(accounts().line("2;HEAT;GONE").in(folder), progress -> {});
        assertThat(jdbc.sql("""
                        select state || ' ' || kind || ' ' || as_of || ' ' || rows || ' ' || error_count
                               || coalesce(' ' || (errors -> 0 ->> 'reason'), '')
                        from register_import where supplier = :s and finished_at is not null order by error_count
                        """)
                        .param("s", supplier.code().value())
                        .query(String.class)
                        .list())
                .containsExactly("APPLIED ACCOUNTS 2026-10-31 1 0", "REFUSED ACCOUNTS 2026-10-31 1 1 NOT_IN_LIST");
    }

    private WrittenRegister accounts() {
        return of(RegisterKind.ACCOUNTS, "ACCOUNT;DIRECTION;STATUS");
    }

    private WrittenRegister of(RegisterKind kind, String columns) {
        return WrittenRegister.of(supplier.code(), kind, "2026-10-31").columns(columns);
    }

    private void load(Path file) {
        assertThat(registers.load(file, progress -> {}).faults()).isEmpty();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where supplier = :s")
                .param("s", supplier.code().value())
                .query(Long.class)
                .single();
    }
}
