package golubika.bills;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.ALine;
import golubika.testing.AnAccount;
import golubika.testing.Copy;
import golubika.values.Money;
import golubika.values.PaymentCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BillsTest extends OfBills {

    @Autowired
    BillCode code;

    @Test
    void a_month_that_the_billing_has_not_closed_has_no_bill() {
        var account = home();

        assertThat(bills.months(full(account))).containsExactly(OCTOBER, OCTOBER.previous(), OCTOBER.plus(-2));
        assertThat(bills.find(full(account), OCTOBER.next())).isEmpty();
        assertThat(bills.find(full(account), OCTOBER.plus(-3))).isEmpty();
        assertThat(bills.find(full(account), OCTOBER.plus(-40))).isEmpty();
    }

    @Test
    void a_bill_asks_for_what_its_months_add_up_to() {
        var bill = bill(home());

        assertThat(bill.charged()).isEqualTo(Money.ofKopecks(195_685));
        assertThat(bill.toPay()).isEqualTo(Money.ofKopecks(195_685));
        assertThat(bill.before()).isEqualTo(Money.ZERO);
        assertThat(bill.dueDate()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(bill.settled())
                .allSatisfy(month -> assertThat(month.opening()
                                .plus(month.charged())
                                .plus(month.corrected())
                                .minus(month.benefit())
                                .minus(month.paid()))
                        .isEqualTo(month.closing()));
    }

    @Test
    void a_month_without_lines_asks_for_what_its_balance_says() {
        var bill = bill(AnAccount.anAccount(jdbc).balance(OCTOBER, "", 1_000, 5_000, 0, 6_000));

        assertThat(bill.charged()).isEqualTo(Money.ofKopecks(5_000));
        assertThat(bill.before()).isEqualTo(Money.ofKopecks(1_000));
        assertThat(sheets.of(bill).slip().rows().toString()).contains("Начислено за октябрь", "Долг с прошлых месяцев");
    }

    @Test
    void sums_that_do_not_follow_from_one_another_are_not_called_a_debt() {
        var account =
                AnAccount.anAccount(jdbc).charged(ALine.fee(OCTOBER, 4_000)).balance(OCTOBER, "", 0, 5_000, 0, 5_000);

        assertThat(sheet(account).slip().rows().toString())
                .contains("Прочее по данным поставщика")
                .doesNotContain("Долг с прошлых месяцев");
    }

    @Test
    void nothing_to_pay_has_no_code_and_says_so() {
        var account = AnAccount.anAccount(jdbc)
                .charged(ALine.fee(OCTOBER, 4_369))
                .balance(OCTOBER, "", -200_000, 4_369, 0, -195_631);

        var sheet = sheet(account);

        assertThat(code.of(bill(account))).isEmpty();
        assertThat(sheet.qr()).isNull();
        assertThat(sheet.sumLabel()).isEqualTo("Переплата, платить не нужно");
        assertThat(sheet.beside()).contains("Платить ничего не нужно");
        assertThat(plain(sheet.slip().total())).isEqualTo("0 руб. 00 коп.");
    }

    @Test
    void money_that_came_in_since_is_taken_off_and_told() {
        var account = home().paid("P-" + System.nanoTime(), 95_685, Instant.parse("2026-11-18T09:00:00Z"), null);

        var bill = bill(account);

        assertThat(bill.toPay()).isEqualTo(Money.ofKopecks(100_000));
        assertThat(sum(bill)).isEqualTo("100000");
        assertThat(plain(String.join(" ", sheet(account).notes()))).contains("После этих данных поступило 956,85 руб.");
    }

    @Test
    void the_bill_of_a_month_gone_by_asks_for_no_more_than_is_still_owed() {
        var account = home();
        var september = bills.find(full(account), OCTOBER.previous()).orElseThrow();
        assertThat(september.newest()).isFalse();
        assertThat(sum(september)).isEqualTo("67843");

        account.paid("P-" + System.nanoTime(), 180_000, Instant.parse("2026-11-18T09:00:00Z"), null);
        assertThat(sum(bills.find(full(account), OCTOBER.previous()).orElseThrow()))
                .isEqualTo("15685");

        account.paid("P2-" + System.nanoTime(), 20_000, Instant.parse("2026-11-18T09:00:00Z"), null);
        var settled = bills.find(full(account), OCTOBER.previous()).orElseThrow();
        assertThat(code.of(settled)).isEmpty();
        assertThat(sheets.of(settled).notes()).anyMatch(note -> note.contains("платить нечего"));
    }

    @Test
    void averages_norms_benefits_and_corrections_are_named() {
        var account = AnAccount.anAccount(jdbc)
                .charged(ALine.byAverage(OCTOBER, 2).with("benefit", 500L))
                .charged(ALine.byNorm(OCTOBER)
                        .with("line", "2")
                        .with("recalculated", -1_000L)
                        .with("recalculatedFor", "три дня без газа")
                        .with("penalty", 77L))
                .balance(OCTOBER, "", 0, 17_380, 0, 16_457);

        var sheet = sheet(account);

        assertThat(words(sheet.lines()))
                .contains("по среднему", "по нормативу", "Пени, руб.", "5,00", "−10,00", "0,77")
                .doesNotContain("Коэф.");
        assertThat(sheet.notes()).contains("Перерасчёт: три дня без газа.");
        assertThat(words(sheet.meters())).isEqualTo("Счётчика нет");
        assertThat(sheet.slip().rows().toString()).contains("Перерасчёт и пени");
    }

    @Test
    void a_closed_account_is_called_so_and_asked_for_no_reading() {
        assertThat(sheet(home().closed()).notes())
                .contains("Лицевой счёт закрыт.")
                .noneMatch(note -> note.contains("Передайте показания"));
    }

    @Test
    void two_prices_in_one_month_show_where_the_meter_began_and_ended() {
        var account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("100", "8.36").between(27_713, 27_813))
                .charged(ALine.byMeter(OCTOBER)
                        .with("line", "2")
                        .of("114", "8.94")
                        .between(27_813, 27_927))
                .balance(OCTOBER, "", 0, 185_516, 0, 185_516);

        assertThat(bill(account).meters()).singleElement().satisfies(meter -> {
            assertThat(meter.paid().value()).isEqualTo(27_927);
            assertThat(meter.previous().value()).isEqualTo(27_713);
        });
    }

    @Test
    void a_supplier_without_bank_details_has_bills_without_a_code() {
        suppliers.save(Copy.of(supplier, "payees", _ -> List.of()));
        assertThat(suppliers.get(supplier.code()).payees()).isEmpty();

        var sheet = sheet(home());

        assertThat(sheet.qr()).isNull();
        assertThat(sheet.beside()).contains("не указал реквизиты");
        assertThat(sheet.slip().payee()).isNull();
    }

    @Test
    void the_code_has_the_fields_of_the_standard_in_their_order() {
        var account = home();
        assertThat(new String(code.of(bill(account)).orElseThrow().write(), StandardCharsets.UTF_8))
                .isEqualTo("ST00012|Name=ООО \"Газ Пример\"|PersonalAcc=40702810600000000001|BankName=БАНК ОБРАЗЕЦ"
                        + "|BIC=049999999|CorrespAcc=30101810300000000999|PayeeINN=7700000016|KPP=770001001|PersAcc="
                        + account.number() + "|LastName=Клюквина|FirstName=Анна|MiddleName=Петровна"
                        + "|PayerAddress=г. Ягодный, ул. Лесная, д. 5|PaymPeriod=102026|Category=Газоснабжение"
                        + "|Purpose=Оплата газа ЛС " + account.number() + " за 10.2026|Sum=195685|TechCode=02");
    }

    @Test
    void a_code_stays_readable_whoever_lives_wherever() {
        var account = home();
        jdbc.sql("update account set holder = :holder, address = :address where account_id = :id")
                .param("holder", "Ягодкина|В.; #П:")
                .param("address", "я".repeat(400))
                .param("id", account.id().value())
                .update();

        var bytes = code.of(bill(account)).orElseThrow().write();

        assertThat(bytes).hasSizeLessThanOrEqualTo(BillCode.MOST_BYTES);
        assertThat(PaymentCode.read(bytes).orElseThrow().fields())
                .containsEntry("LastName", "Ягодкина|В.; #П:")
                .doesNotContainKey("PayerAddress");
    }

    private String sum(Bill bill) {
        return code.of(bill).orElseThrow().field("Sum").orElseThrow();
    }

    private static String words(Sheet.Table table) {
        var words = new StringBuilder();
        table.head().forEach(cell -> words.append(cell.text()).append(' '));
        table.rows()
                .forEach(row ->
                        row.cells().forEach(cell -> words.append(cell.text()).append(' ')));
        return plain(words.toString()).strip();
    }
}
