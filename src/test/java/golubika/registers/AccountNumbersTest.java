package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The formats of the demands (M10), as banks and people write them into registers.
@PortalTest
class AccountNumbersTest {

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private static AccountNumberFormat format(String name) {
        return switch (name) {
            case "UP_TO_10" -> TestSupplier.UP_TO_TEN;
            case "EXACTLY_9" -> new AccountNumberFormat(9, 9, false, List.of(), "", "702062012");
            case "2_PLUS_8" -> new AccountNumberFormat(10, 10, false, List.of(2, 8), "", "5812345678");
            case "ZEROS_DROPPED" -> new AccountNumberFormat(1, 9, true, List.of(3, 6), "", "23185952");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(nullValues = "refused", textBlock = """
            UP_TO_10,      1234567890,    1234567890
            UP_TO_10,      0123,          0123
            UP_TO_10,      12345678901,   refused
            EXACTLY_9,     702062012,     702062012
            EXACTLY_9,     702 062 012,   702062012
            EXACTLY_9,     000062012,     000062012
            EXACTLY_9,     62012,         refused
            2_PLUS_8,      5812345678,    5812345678
            2_PLUS_8,      58-12345678,   5812345678
            2_PLUS_8,      58 12345678,   5812345678
            2_PLUS_8,      12345678,      refused
            ZEROS_DROPPED, 23185952,      23185952
            ZEROS_DROPPED, 023-185952,    23185952
            ZEROS_DROPPED, 000023185952,  23185952
            ZEROS_DROPPED, 1234567890,    refused
            """)
    void numbers_reach_their_account_however_they_are_written(String format, String written, String canonical) {
        var supplier = TestSupplier.with(format(format));
        suppliers.save(supplier);
        var report = registers.load(
                WrittenRegister.of(supplier.code(), RegisterKind.ACCOUNTS, "2026-10-31")
                        .columns("ACCOUNT;DIRECTION;STATUS")
                        .line(written + ";HEAT;ACTIVE")
                        .in(folder),
                progress -> {});
        assertThat(report.isRefused()).isEqualTo(canonical == null);
        assertThat(jdbc.sql("select account_no from account where supplier = :s")
                        .param("s", supplier.code().value())
                        .query(String.class)
                        .list())
                .isEqualTo(canonical == null ? List.of() : List.of(canonical));
    }
}
