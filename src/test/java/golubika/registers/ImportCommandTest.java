package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.SupplierCode;
import golubika.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ImportCommandTest {

    private static final SupplierCode SUPPLIER = new SupplierCode("cli");

    @TempDir
    Path folder;

    private final String database = TestDatabase.fresh();

    @Test
    void a_folder_is_loaded_in_order_and_a_second_time_without_harm(CapturedOutput output) throws IOException {
        // By name they would come in the wrong order.
        Files.writeString(
                folder.resolve("z-supplier.yaml"), SupplierRegisterTest.DESCRIPTION.formatted(SUPPLIER, true));
        of(RegisterKind.BALANCES, "ACCOUNT;PERIOD;SALDO_IN;ACCRUED;PAID;SALDO_OUT")
                .line("023-185952;202510;0;1.00;0;1.00")
                .in(folder, "a.csv");
        of(RegisterKind.ACCOUNTS, "ACCOUNT;DIRECTION;STATUS")
                .line("23185952;HEAT;ACTIVE")
                .in(folder, "b.csv");
        Files.writeString(folder.resolve("README.txt"), "not a register, and not taken from a folder");
        assertThat(run(folder.toString())).isZero();
        assertThat(output).contains("z-supplier.yaml", "загружен: строк 1, новых 1");
        assertThat(run(folder.toString())).isZero();
        assertThat(output).contains("уже загружен, ничего не изменилось");
    }

    @Test
    void faults_are_told_by_line_and_later_files_of_the_supplier_wait(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("s.yaml"), SupplierRegisterTest.DESCRIPTION.formatted(SUPPLIER, true));
        of(RegisterKind.ACCOUNTS, "ACCOUNT;DIRECTION;STATUS")
                .line("23185952;HEAT;ACTIVE")
                .line("23185953;HEAT;OPEN")
                .in(folder, "accounts.csv");
        of(RegisterKind.METERS, "ACCOUNT;METER_ID;SERIAL;DIGITS;STATUS")
                .line("23185952;M1;77;5;ACTIVE")
                .in(folder, "meters.csv");
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(output)
                .contains("строка 4, поле STATUS: «OPEN» не подходит, бывает: ACTIVE, CLOSED")
                .contains("отклонён, ни одна строка не применена; ошибок: 1")
                .contains("не загружался: раньше него отклонён accounts.csv");
    }

    @Test
    void words_that_make_no_sense_are_answered_with_the_usage(CapturedOutput output) {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("absent.csv").toString())).isEqualTo(2);
        assertThat(run("--what", folder.toString())).isEqualTo(2);
        assertThat(output).contains("bin/run import");
    }

    private WrittenRegister of(RegisterKind kind, String columns) {
        return WrittenRegister.of(SUPPLIER, kind, "2025-10-31").columns(columns);
    }

    private int run(String... words) {
        var all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--spring.datasource.url=" + database;
        all[words.length + 1] = "--golubika.secret=a key that guards nothing but tests";
        return ImportCommand.run(all);
    }
}
