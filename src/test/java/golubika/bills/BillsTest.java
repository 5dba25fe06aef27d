package golubika.bills;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Payee;
import golubika.testing.ALine;
import golubika.testing.AnAccount;
import golubika.testing.Copy;
import golubika.testing.MovableClock;
import golubika.values.Money;
import golubika.values.PaymentCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(sheet.beside()).contains("платить не нужно");
        assertThat(plain(sheet.slip().total())).isEqualTo("0 руб. 00 коп.");
    }

    @Test
    void money_that_came_in_since_is_taken_off_and_told() {
        var account = home().paid("P-" + System.nanoTime(), 95_685, Instant.parse("2026-11-18T09:00:00Z"), null);

        var bill = bill(account);

        assertThat(bill.toPay()).isEqualTo(Money.ofKopecks(100_000));
        assertThat(sum(bill)).isEqualTo("100000");
        assertThat(notes(sheet(account))).contains("После этих данных поступило 956,85 руб.");
        assertThat(bill.before()).isEqualTo(Money.ZERO);
        assertThat(slip(account))
                .contains("Оплачено позже", "−956,85")
                .doesNotContain("Переплата с прошлых месяцев", "Отменено позже");
    }

    @Test
    void a_payment_that_was_taken_back_since_is_asked_for_again_and_told() {
        var account = home().paid("P-" + System.nanoTime(), -10_000, Instant.parse("2026-11-18T09:00:00Z"), null);

        assertThat(bill(account).before()).isEqualTo(Money.ZERO);
        assertThat(bill(account).toPay()).isEqualTo(Money.ofKopecks(205_685));
        assertThat(slip(account)).contains("Отменено позже").doesNotContain("Оплачено позже", "Долг с прошлых");
    }

    @Test
    void the_bill_of_an_overpaid_month_does_not_deny_what_is_owed_by_now() {
        var account = AnAccount.anAccount(jdbc)
                .balance(OCTOBER.previous(), "", -10_000, 5_000, 0, -5_000)
                .balance(OCTOBER, "", -5_000, 205_000, 0, 200_000);

        var september = sheets.of(bills.find(full(account), OCTOBER.previous()).orElseThrow());

        assertThat(september.qr()).isNull();
        assertThat(notes(september))
                .contains("сейчас по счёту к оплате 2 000,00 руб.")
                .doesNotContain("платить нечего");
    }

    @Test
    void readings_are_asked_for_while_a_meter_has_none_and_their_window_lasts() {
        var account = home();
        assertThat(notes(sheet(account))).contains("Передайте показания до 25 ноября");

        clock.set(Instant.parse("2026-11-25T20:59:00Z"));
        assertThat(notes(sheet(account))).contains("Передайте показания");
        clock.set(Instant.parse("2026-11-25T21:00:00Z"));
        assertThat(notes(sheet(account))).doesNotContain("Передайте показания");

        clock.set(MovableClock.START);
        jdbc.sql("update meter set last_date = date '2026-11-19', last_value = 28000 where account_id = :id")
                .param("id", account.id().value())
                .update();
        assertThat(notes(sheet(account))).doesNotContain("Передайте показания");
    }

    @Test
    void a_reading_of_another_year_gives_no_day_to_a_value_of_this_one() {
        var before = OCTOBER.plus(-12);
        var dacha = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 500)
                .charged(ALine.byMeter(before).of("20", "8.36").between(480, 500))
                .balance(before, "", 0, 16_720, 0, 16_720)
                .balance(OCTOBER, "", 16_720, 0, 16_720, 0);

        assertThat(bills.find(full(dacha), before).orElseThrow().meters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.paid()).isEqualTo(new Bill.Shown(500, null)));
    }

    @Test
    void months_further_back_than_the_supplier_shows_stand_on_no_bill() {
        var account = home();
        assertThat(bill(account).settled()).hasSize(3);

        suppliers.save(Copy.of(supplier, "historyMonths", _ -> 2));

        assertThat(bill(account).settled())
                .extracting(Bill.Settled::month)
                .containsExactly(OCTOBER.previous(), OCTOBER);
    }

    @Test
    void agents_with_another_bank_are_told_it() {
        var banks = supplier.payees().getFirst();
        var agents = Copy.of(
                Copy.of(Copy.of(banks, "purpose", _ -> Payee.Purpose.PAYMENT_AGENT), "bank", _ -> "БАНК ДРУГОЙ"),
                "account",
                _ -> "40821810400000000001");
        suppliers.save(Copy.of(supplier, "payees", _ -> List.of(banks, agents)));

        assertThat(sheet(home()).slip().accounts())
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("БАНК"),
                        second -> assertThat(second).contains("спецсчёт", "банк «БАНК ДРУГОЙ»"));
    }

    @Test
    void bank_details_that_money_cannot_follow_stand_on_no_bill() {
        suppliers.save(Copy.of(
                supplier, "payees", _ -> List.of(Copy.of(supplier.payees().getFirst(), "kpp", _ -> "1"))));

        assertThat(sheet(home()).qr()).isNull();
        assertThat(sheet(home()).slip().accounts()).isEmpty();
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

    @ParameterizedTest
    @CsvSource({"1, 2", "9, 10"})
    void two_prices_in_one_month_show_where_the_meter_began_and_ended(String first, String second) {
        var account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER)
                        .with("line", first)
                        .of("100", "8.36")
                        .between(27_713, 27_813))
                .charged(ALine.byMeter(OCTOBER)
                        .with("line", second)
                        .of("114", "8.94")
                        .between(27_813, 27_927))
                .balance(OCTOBER, "", 0, 185_516, 0, 185_516);

        assertThat(bill(account).meters()).singleElement().satisfies(meter -> {
            assertThat(meter.paid().value()).isEqualTo(27_927);
            assertThat(meter.previous().value()).isEqualTo(27_713);
        });
    }

    @Test
    void a_month_without_use_still_shows_its_reading() {
        var account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_713)
                .charged(ALine.byMeter(OCTOBER).of("0", "8.94").between(27_713, 27_713))
                .balance(OCTOBER, "", 0, 0, 0, 0);

        assertThat(bill(account).meters()).singleElement().satisfies(meter -> {
            assertThat(meter.paid().value()).isEqualTo(27_713);
            assertThat(meter.previous().value()).isEqualTo(27_713);
        });
    }

    @Test
    void a_supplier_without_bank_details_has_bills_without_a_code() {
        suppliers.save(Copy.of(supplier, "payees", _ -> List.of()));
        assertThat(suppliers.get(supplier.code()).payees()).isEmpty();

        var sheet = sheet(home());

        assertThat(sheet.qr()).isNull();
        assertThat(sheet.beside()).contains("не указал верных реквизитов");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Римский-Корсаков Николай Андреевич; Римский-Корсаков",
                "Ягодкина В. П.; Ягодкина В. П.",
                "ООО Газ Пример; ООО Газ Пример",
                "Фирма «Газ Пример»; Фирма «Газ Пример»",
                "Мамедов Али Гусейн оглы; Мамедов Али Гусейн оглы"
            })
    void a_holder_is_parted_into_names_only_where_those_are_plain(String holder, String lastName) {
        var account = home();
        jdbc.sql("update account set holder = :holder where account_id = :id")
                .param("holder", holder)
                .param("id", account.id().value())
                .update();

        assertThat(code.of(bill(account)).orElseThrow().field("LastName")).contains(lastName);
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

    private String slip(AnAccount account) {
        return plain(sheet(account).slip().rows().toString());
    }

    private static String notes(Sheet sheet) {
        return plain(String.join(" ", sheet.notes()));
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
