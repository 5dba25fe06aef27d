package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class SupplierRegisterTest {

    static final String DESCRIPTION = """
            code: %s
            name: Межрегионгаз Черника
            timeZone: Europe/Moscow
            accountNumber: {minDigits: 1, maxDigits: 9, leadingZerosDropped: %s, printedGroups: [3, 6],
                            hint: Без дефиса и нулей впереди, example: '23185952'}
            switches: {fullByPin: true, fullBySerial: true, fullByCharge: false, fullByDefault: false, pinByApplication: true, readingsInBasic: true,
                       readingsInFull: true, paymentInBasic: true, paymentInFull: true, historyInBasic: true,
                       zeroUse: true, rollOver: true, readingsAfterVerification: false, largestUse: 1000}
            readingWindows: [{validFrom: 2015-01-01, fromDay: 1, toDay: 25}]
            dueDays: [{validFrom: 2015-01-01, day: 10}, {validFrom: 2026-03-01, day: 15}]
            payees: []
            services: {GAS: Газоснабжение}
            directions: {HEAT: Отопление}
            historyMonths: 24
            dataDelayDays: 3
            supportEmail: help@example.ru
            supportPhone: '104'
            """;

    static final String PAYEES = """
            payees:
              - {purpose: BANK, name: ООО Газ, inn: '7700000016', kpp: '770001001', account: '40702810600000000001',
                 bank: БАНК, bic: '049999999', correspondentAccount: '30101810300000000999'}
              - {purpose: PAYMENT_AGENT, name: ООО Газ, inn: '7700000016', kpp: '770001001',
                 account: '40821810400000000001', bank: БАНК, bic: '049999999',
                 correspondentAccount: '30101810300000000999'}""";

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @TempDir
    Path folder;

    @Test
    void a_description_makes_a_supplier_and_the_same_again_changes_nothing() throws IOException {
        var file = write(DESCRIPTION.formatted("reg-chernika", true));
        assertThat(registers.load(file, progress -> {}).outcome()).isEqualTo(Report.Outcome.APPLIED);
        var supplier = suppliers.get(new SupplierCode("reg-chernika"));
        assertThat(supplier.accountNumber().print("23185952")).isEqualTo("023-185952");
        assertThat(registers.load(file, progress -> {}).outcome()).isEqualTo(Report.Outcome.ALREADY_LOADED);
    }

    @Test
    void an_earlier_description_may_come_back() throws IOException {
        var earlier = DESCRIPTION.formatted("reg-back", true);
        registers.load(write(earlier), progress -> {});
        registers.load(write(earlier.replace("Черника", "Черника-2")), progress -> {});
        assertThat(registers.load(write(earlier), progress -> {}).counts()).isEqualTo(new Report.Counts(0, 1, 0, 0));
        assertThat(suppliers.get(new SupplierCode("reg-back")).name()).isEqualTo("Межрегионгаз Черника");
    }

    @Test
    void what_does_not_describe_a_supplier_is_refused_with_the_place() throws IOException {
        var report = registers.load(
                write(DESCRIPTION.formatted("reg-bad", true).replace("largestUse: 1000", "largestUse: much")),
                progress -> {});
        assertThat(report.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(Reason.BAD_DESCRIPTION))
                .satisfies(fault -> assertThat(fault.sentence()).contains("largestUse"));
        assertThat(suppliers.find(new SupplierCode("reg-bad"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "account, 40702810600000000001, 40702810600000000002, payees[0].account, контрольный ключ счёта",
        "inn, 7700000016, 7700000017, payees[0].inn, ИНН",
        "bic, 049999999, 94999, payees[0].bic, БИК",
        "account, 40821810400000000001, 40702810600000000001, payees, 103-ФЗ"
    })
    void bank_details_that_cannot_be_right_are_refused_at_their_field(
            String property, String right, String wrong, String field, String words) throws IOException {
        var described = DESCRIPTION.formatted("reg-payee", true).replace("payees: []", PAYEES);
        var report = registers.load(
                write(described.replace(property + ": '" + right + "'", property + ": '" + wrong + "'")),
                progress -> {});
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(Reason.BAD_PAYEE);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.sentence()).contains(words);
        });
        assertThat(suppliers.find(new SupplierCode("reg-payee"))).isEmpty();
    }

    @Test
    void right_bank_details_are_taken() throws IOException {
        var described = DESCRIPTION.formatted("reg-paid", true).replace("payees: []", PAYEES);
        assertThat(registers.load(write(described), progress -> {}).outcome()).isEqualTo(Report.Outcome.APPLIED);
    }

    @Test
    void a_number_format_that_reads_known_accounts_otherwise_is_refused() throws IOException {
        var code = new SupplierCode("reg-zeros");
        registers.load(write(DESCRIPTION.formatted(code, false)), progress -> {});
        registers.load(
                WrittenRegister.of(code, RegisterKind.ACCOUNTS, "2026-10-31")
                        .columns("ACCOUNT;DIRECTION;STATUS")
                        .line("0123;HEAT;ACTIVE")
                        .in(folder),
                progress -> {});
        assertThat(registers
                        .load(write(DESCRIPTION.formatted(code, true)), progress -> {})
                        .faults())
                .extracting(Fault::reason)
                .containsExactly(Reason.NUMBER_FORMAT_CHANGED);
        assertThat(suppliers.get(code).accountNumber().leadingZerosDropped()).isFalse();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("supplier.yaml"), text);
    }
}
