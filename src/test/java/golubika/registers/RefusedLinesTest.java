package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One bad line each, beside what the portal knows: account 100 with meter M1, payment PAY-1 of 500.00 and reading R1.
@PortalTest
class RefusedLinesTest {

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
    void whatThePortalKnows() {
        supplier = TestSupplier.fresh();
        suppliers.save(supplier);
        apply(RegisterKind.ACCOUNTS, "ACCOUNT;DIRECTION;STATUS", "100;HEAT;ACTIVE", "200;HEAT;ACTIVE");
        apply(RegisterKind.METERS, "ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS", "100;M1;77;5;ACTIVE");
        apply(RegisterKind.READINGS, "READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE", "R1;100;M1;2026-10-20;5;WEB");
        apply(
                RegisterKind.PAYMENTS,
                "PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL",
                "PAY-1;100;2026-10-20T10:00;500.00;BANK");
    }

    private void apply(RegisterKind kind, String columns, String... lines) {
        var register = WrittenRegister.of(supplier.code(), kind, "2026-10-31").columns(columns);
        for (var line : lines) {
            register.line(line);
        }
        assertThat(registers
                        .load(register.in(folder, "known-" + kind + ".csv"), progress -> {})
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HAET;GAS;8.94;м3;2026-07-01;22      | DIRECTION   | NOT_IN_LIST
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HEAT;GUS;8.94;м3;2026-07-01;22      | SERVICE     | NOT_IN_LIST
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HEAT;GAS;8,94;м3;2026-07-01;22      | PRICE       | NOT_A_DECIMAL
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HEAT;GAS;8.940001;м3;2026-07-01;22  | PRICE       | NOT_A_DECIMAL
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HEAT;GAS;-1;м3;2026-07-01;22        | PRICE       | NOT_A_DECIMAL
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HEAT;GAS;8.94;м3;01.07.2026;22      | VALID_FROM  | NOT_A_DAY
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT          | HEAT;GAS;8.94;м3;2026-07-01;122     | VAT         | NOT_A_NUMBER
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT;VALID_TO | HEAT;GAS;8.94;м3;2026-07-01;22;2026-06-30 | VALID_TO | ENDS_BEFORE_START
            NORMS    | DIRECTION;SERVICE;NORM;UNIT;VALID_FROM               | HEAT;GAS;12.5;;2026-07-01           | UNIT        | EMPTY
            NORMS    | DIRECTION;SERVICE;NORM;UNIT;VALID_FROM               | HEAT;GAS;x;м3;2026-07-01            | NORM        | NOT_A_DECIMAL
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                             | 12345678901;HEAT;ACTIVE             | ACCOUNT     | BAD_ACCOUNT_NUMBER
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                             | 12А;HEAT;ACTIVE                     | ACCOUNT     | BAD_ACCOUNT_NUMBER
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                             | ;HEAT;ACTIVE                        | ACCOUNT     | EMPTY
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                             | 300;HEAT;OPEN                       | STATUS      | NOT_IN_LIST
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                             | 300;HEAT                            | -           | FIELD_COUNT
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                             | 300;"HEAT;ACTIVE                    | -           | BROKEN_QUOTES
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS;PIN                         | 300;HEAT;ACTIVE;123                 | PIN         | BAD_PIN
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS;PIN                         | 300;HEAT;ACTIVE;12345678x           | PIN         | BAD_PIN
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS;AREA                        | 300;HEAT;ACTIVE;54.123              | AREA        | NOT_A_DECIMAL
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS;RESIDENTS                   | 300;HEAT;ACTIVE;-2                  | RESIDENTS   | NOT_A_NUMBER
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS;CONTRACT_DATE               | 300;HEAT;ACTIVE;2026-02-29          | CONTRACT_DATE | NOT_A_DAY
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS;EMAIL                       | 300;HEAT;ACTIVE;a\u0007b            | EMAIL       | BAD_TEXT
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS                | 100;M2;--;5;ACTIVE                  | SERIAL      | BAD_TEXT
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS                | 100;M2;77;2;ACTIVE                  | DIGITS      | NOT_A_NUMBER
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS                | 100;M2;77;5;LOST                    | STATUS      | NOT_IN_LIST
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS                | 999;M2;77;5;ACTIVE                  | ACCOUNT     | UNKNOWN_ACCOUNT
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS;TCORR          | 100;M2;77;5;ACTIVE;yes              | TCORR       | NOT_IN_LIST
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS;VERIFIED;VALID_TO | 100;M2;77;5;ACTIVE;2026-01-01;2025-01-01 | VALID_TO | ENDS_BEFORE_START
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE     | R2;100;M9;2026-10-20;5;WEB          | METER_ID    | UNKNOWN_METER
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE     | R2;999;M1;2026-10-20;5;WEB          | ACCOUNT     | UNKNOWN_ACCOUNT
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE     | R2;100;M1;2026-10-20;5.5;WEB        | VALUE       | NOT_A_NUMBER
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE     | R2;100;M1;2026-10-20;5;FAX          | SOURCE      | NOT_IN_LIST
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE     | R2;100;M1;2026-10-32;5;WEB          | READ_AT     | NOT_A_MOMENT
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE     | R1;100;M1;2026-10-20;6;WEB          | READING_ID  | KNOWN_OTHERWISE
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;202613;1;GAS;METER;1.00         | PERIOD      | NOT_A_MONTH
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;2026-10;1;GAS;METER;1.00        | PERIOD      | NOT_A_MONTH
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;202610;1;GAS;GUESS;1.00         | METHOD      | NOT_IN_LIST
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;202610;1;GAS;METER;1,00         | ACCRUED     | NOT_MONEY
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;202610;1;GAS;METER;1.005        | ACCRUED     | NOT_MONEY
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;202610;1;GAS;METER;1 000.00     | ACCRUED     | NOT_MONEY
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 100;202610;1;GAS;METER;1000000000.00 | ACCRUED    | NOT_MONEY
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED        | 999;202610;1;GAS;METER;1.00         | ACCOUNT     | UNKNOWN_ACCOUNT
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED;METER_ID | 200;202610;1;GAS;METER;1.00;M1    | METER_ID    | UNKNOWN_METER
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED;AVG_MONTH | 100;202610;1;GAS;AVERAGE;1.00;4  | AVG_MONTH   | NOT_A_NUMBER
            BALANCES | ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT       | 100;202610;0;1.00;;1.00             | PAID        | EMPTY
            BALANCES | ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT       | 100;202610;0;1.00;0;.50             | SALDO_OUT   | NOT_MONEY
            BALANCES | ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT;AS_OF | 100;202610;0;1.00;0;1.00;2026-11-20 | AS_OF       | AFTER_REGISTER_DAY
            PAYMENTS | PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL               | P2;100;2026-10-20;1.00;BANK         | DATETIME    | NOT_A_MOMENT
            PAYMENTS | PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL               | P2;100;2026-10-20T25:00;1.00;BANK   | DATETIME    | NOT_A_MOMENT
            PAYMENTS | PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL               | PAY-1;100;2026-10-20T10:00;501.00;BANK | PAY_ID   | KNOWN_OTHERWISE
            PAYMENTS | PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL               | PAY-1;200;2026-10-20T10:00;500.00;BANK | PAY_ID   | KNOWN_OTHERWISE
            ACK      | KIND;ID;RESULT                                       | PAYMENTS;PAY-9;OK                   | ID          | UNKNOWN_ID
            ACK      | KIND;ID;RESULT                                       | READINGS;R9;OK                      | ID          | UNKNOWN_ID
            ACK      | KIND;ID;RESULT                                       | CHARGES;R1;OK                       | KIND        | NOT_IN_LIST
            ACK      | KIND;ID;RESULT                                       | READINGS;R1;MAYBE                   | RESULT      | NOT_IN_LIST
            """)
    void a_bad_line_is_told_with_its_number_field_and_reason(
            RegisterKind kind, String columns, String line, String field, Reason reason) {
        var file = WrittenRegister.of(supplier.code(), kind, "2026-11-15")
                .columns(columns)
                .line(line.replace("\\u0007", "\u0007"))
                .in(folder);
        var report = registers.load(file, progress -> {});
        assertThat(report.outcome()).isEqualTo(Report.Outcome.REFUSED);
        assertThat(report.faultCount()).isEqualTo(1);
        var fault = report.faults().getFirst();
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.field()).isEqualTo(field == null ? "" : field);
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.sentence()).isNotBlank().doesNotContain("{0}", "{1}", "null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TARIFFS  | DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VAT      | HEAT;GAS;8.94;м3;2026-07-01;22
            NORMS    | DIRECTION;SERVICE;NORM;UNIT;VALID_FROM           | HEAT;GAS;8.94;м3;2026-07-01
            ACCOUNTS | ACCOUNT;DIRECTION;STATUS                         | 300;HEAT;ACTIVE
            METERS   | ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS            | 100;M2;77;5;ACTIVE
            READINGS | READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE | R2;100;M1;2026-10-20;5;WEB
            CHARGES  | ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;ACCRUED    | 100;202610;1;GAS;METER;1.00
            BALANCES | ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT   | 100;202610;0;1.00;0;1.00
            PAYMENTS | PAY_ID;ACCOUNT;DATETIME;AMOUNT;CHANNEL           | P2;100;2026-10-20T10:00;1.00;BANK
            ACK      | KIND;ID;RESULT                                   | READINGS;R1;OK
            """)
    void a_key_used_twice_in_a_file_is_told_at_its_second_line(RegisterKind kind, String columns, String line) {
        var file = WrittenRegister.of(supplier.code(), kind, "2026-11-15")
                .columns(columns)
                .line(line)
                .line(line)
                .in(folder);
        var report = registers.load(file, progress -> {});
        assertThat(report.faults())
                .extracting(Fault::line, Fault::reason)
                .containsExactly(tuple(4L, Reason.REPEATED_KEY));
        assertThat(report.faults().getFirst().sentence()).isEqualTo("повтор строки 3");
    }
}
