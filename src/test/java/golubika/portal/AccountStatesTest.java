package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Pins;
import golubika.suppliers.Display;
import golubika.suppliers.Display.Section;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The account page of accounts that are not like most: what it explains, warns of, and leaves out.
@PortalTest
class AccountStatesTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final LocalDate FIFTH = LocalDate.of(2026, 11, 5);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
        ASupplier.normByArea(jdbc, ASupplier.CODE, "6.5");
    }

    @Test
    void the_norm_is_explained_by_the_home_it_is_multiplied_by() {
        var account = account()
                .home("84.6", 3)
                .charged(ALine.byNorm(OCTOBER).of("549.9", "8.94").with("cause", "NO_METER"));

        assertThat(full(account))
                .contains("Счётчика нет, поэтому объём взят по нормативу", "Правила поставки газа, пункт 32")
                .contains("Норматив на 1 м²", "84,6 м²", "6,5 × 84,6", "549,9 × 1,000 × 8,94000", "4 916,11 ₽")
                .contains("Норматив утверждён приказом № 00-Н", "сразу, без средних месяцев")
                .doesNotContain("из 3 месяцев");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_READING, больше трёх месяцев подряд, пункт 31",
        "VERIFICATION_EXPIRED, Срок поверки счётчика закончился, пункты 25 и 32",
        "SEAL_BROKEN, пломба нарушена, пункт 28",
        "ON_VERIFICATION, на поверке или в ремонте больше трёх месяцев, пункт 30",
    })
    void each_cause_of_a_norm_has_its_words_and_its_ground(String cause, String words, String ground) {
        var account = metered().charged(ALine.byNorm(OCTOBER).with("cause", cause));

        assertThat(full(account)).contains(words, ground + " (постановление");
    }

    @Test
    void before_the_norm_for_want_of_readings_all_average_months_were_used() {
        assertThat(full(metered().charged(ALine.byNorm(OCTOBER).with("cause", "NO_READING"))))
                .contains("использовано 3 из 3 месяцев");
        assertThat(full(metered().charged(ALine.byNorm(OCTOBER).with("cause", "SEAL_BROKEN"))))
                .doesNotContain("из 3 месяцев");
    }

    @Test
    void the_short_line_says_what_keeps_it_from_multiplying() {
        var account = metered()
                .charged(ALine.byMeter(OCTOBER)
                        .with("coefficient", new BigDecimal("1.02"))
                        .of("230", "8.75137")
                        .with("recalculated", -12_050L)
                        .with("penalty", 317L));

        assertThat(full(account)).contains("8,75137 ₽, с коэффициентом 1,02, с перерасчётом, с пенями</p>");
    }

    @Test
    void what_the_billing_does_not_say_of_the_newest_month_its_meters_do() {
        var expired = metered().verifiedUntil(LocalDate.of(2026, 9, 14)).charged(ALine.byNorm(OCTOBER));
        var broken = metered().meterIs("M1", "BROKEN").charged(ALine.byNorm(OCTOBER));
        var nobodyKnows = metered().charged(ALine.byNorm(OCTOBER));

        assertThat(full(expired)).contains("Срок поверки счётчика закончился", "Поверка счётчика 1 закончилась");
        assertThat(full(broken))
                .contains("пломба нарушена или счётчик неисправен", "Вызовите поставщика: 8 800 000-00-00");
        assertThat(full(nobodyKnows)).contains("Посчитать по счётчику было нельзя", "пункты 28 и 30–32");
    }

    @Test
    void average_months_are_counted_down_with_what_is_at_stake() {
        var account = metered()
                .home("84.6", 3)
                .charged(ALine.byMeter(OCTOBER.plus(-3)).of("170.5", "8.94"))
                .charged(ALine.byNorm(OCTOBER.plus(-2)).of("549.9", "8.94"))
                .charged(ALine.byAverage(OCTOBER, 2).of("300", "8.94"));

        assertThat(full(account))
                .contains("использовано 2 из 3 месяцев", "Использовано 2 из 3 средних месяцев")
                .contains("Ещё один месяц без показаний, и начислять будут по нормативу")
                .contains("Прогноз: по нормативу выйдет около 4 916,11 ₽ в месяц, а обычно у вас около 1 524,27 ₽")
                .contains("на 3 391,84 ₽ больше", "Правила поставки газа, пункты 30 и 31");
    }

    @Test
    void after_the_third_average_month_the_norm_is_next() {
        assertThat(full(metered().charged(ALine.byAverage(OCTOBER, 3))))
                .contains("Использовано 3 из 3 средних месяцев", "Со следующего месяца без показаний");
    }

    @Test
    void a_reading_of_the_period_ends_the_countdown() {
        var account = metered().charged(ALine.byAverage(OCTOBER, 2));
        var visitor = opened(account);
        visitor.post(address(account) + "/readings", Map.of("now1", "28000"));

        assertThat(page(visitor, account)).doesNotContain("средних месяцев.");
    }

    @Test
    void a_verification_that_ends_soon_is_counted_down_by_days() {
        var account = metered()
                .home("84.6", 3)
                .verifiedUntil(LocalDate.of(2026, 12, 31))
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94"));

        assertThat(full(account))
                .contains("Поверка счётчика 1 до 31 декабря 2026, остался 41 день")
                .contains("по нормативу выйдет около 4 916,11 ₽ в месяц, а обычно у вас около 1 913,16 ₽");
    }

    @Test
    void two_prices_in_one_month_are_two_lines_that_say_so() {
        var july = BillingMonth.of(2026, 7);
        var account = metered()
                .charged(ALine.byMeter(july).with("line", "a").of("8", "8.36").between(100, 108))
                .charged(ALine.byMeter(july).with("line", "b").of("20", "8.94").between(108, 128))
                .closedAt(july, 24_568, LocalDate.of(2026, 8, 5));

        assertThat(page(opened(account), account, "?month=2026-07"))
                .contains("8 × 1,000 × 8,36000", "66,88 ₽", "20 × 1,000 × 8,94000", "178,80 ₽")
                .contains(
                        "действовали две цены", "Розничная цена по приказу № 00-Д", "Розничная цена по приказу № 00-Э");
    }

    @Test
    void recalculation_benefit_and_penalty_are_told_when_they_occur() {
        var account = bare().charged(ALine.byMeter(OCTOBER)
                        .of("100", "8.94")
                        .with("recalculated", -12_050L)
                        .with("recalculatedFor", "за август по показанию")
                        .with("benefit", 20_000L)
                        .with("penalty", 317L))
                .closedAt(OCTOBER, 57_667, FIFTH);

        assertThat(full(account))
                .contains("−120,50 ₽", "за что: за август по показанию", "−200,00 ₽", "3,17 ₽", "576,67 ₽")
                .contains("Пени: Жилищный кодекс РФ, статья 155, часть 14");
        assertThat(full(metered().charged(ALine.byMeter(OCTOBER))))
                .doesNotContain("<dt>Перерасчёт", "<dt>Льгота", "<dt>Пени");
    }

    @Test
    void a_recalculation_without_words_says_whom_to_ask() {
        var account = metered().charged(ALine.byMeter(OCTOBER).with("recalculated", 500L));

        assertThat(full(account)).contains("не написал, за что перерасчёт. Спросить можно по телефону 8 800 000-00-00");
    }

    @Test
    void benefits_are_for_full_eyes_only() {
        var account = bare().charged(ALine.byMeter(OCTOBER).of("100", "8.94").with("benefit", 20_000L))
                .closedAt(OCTOBER, 69_400, FIFTH);

        assertThat(page(connected(account), account)).contains("694,00").doesNotContain("Льгота", "200,00", "894,00");
    }

    @Test
    void sums_that_do_not_follow_from_one_another_are_said_to_be_so() {
        var account = bare().charged(ALine.byMeter(OCTOBER).of("100", "8.94").with("accrued", 90_000L))
                .balance(OCTOBER, "", 10_000, 90_000, 5_000, 96_000);

        assertThat(full(account))
                .contains("Посчитать не получается", "начислено 900,00 ₽")
                .contains("По этим числам выходит 894,00 ₽")
                .contains("Долг на конец месяца 960,00 ₽, а из остальных сумм выходит 950,00 ₽", "8 800 000-00-00");
        assertThat(page(connected(account), account))
                .contains("Долг на конец месяца 960,00 ₽")
                .doesNotContain("894,00");
    }

    @Test
    void the_balance_is_told_by_service_where_there_are_several() {
        var account = bare().charged(ALine.byMeter(OCTOBER).of("100", "8.94"))
                .charged(ALine.fee(OCTOBER, 4_369))
                .balance(OCTOBER, "", 0, 93_769, 0, 93_769)
                .balance(OCTOBER, "GAS", 0, 89_400, 0, 89_400)
                .balance(OCTOBER, "MAINT", 0, 4_369, 0, 4_369);

        assertThat(full(account))
                .contains("По услугам", "43,69 ₽", "договор с поставщиком")
                .doesNotContain("Посчитать не получается");
    }

    @Test
    void a_debt_that_is_overdue_is_told_what_it_is_going_to_cost() {
        var account = bare().balance(BillingMonth.of(2026, 6), "", 0, 1_000_000, 0, 1_000_000)
                .balance(BillingMonth.of(2026, 9), "", 1_000_000, 0, 0, 1_000_000);

        assertThat(full(account))
                .contains("Долг просрочен, пени растут", "Прогноз: если оплатить сегодня")
                .contains("Считаем по ставке 9,5 % годовых. Жилищный кодекс РФ, статья 155, часть 14");
    }

    @Test
    void a_debt_a_few_days_late_is_told_until_when_nothing_is_lost() {
        var account = bare().closedAt(BillingMonth.of(2026, 9), 50_000, LocalDate.of(2026, 10, 5));

        clock.set(Instant.parse("2026-10-20T09:00:00Z"));

        assertThat(full(account)).contains("пеней пока нет", "с 15 ноября", "Прогноз: если оплатить 14 декабря");
    }

    @Test
    void several_meters_are_told_apart_and_a_former_one_is_called_so() {
        var account = metered()
                .withMeter("M2", "00583127", 5, 3_000)
                .charged(ALine.byMeter(OCTOBER).with("line", "a"))
                .charged(ALine.byMeter(OCTOBER).with("line", "b").with("meter", "M2"))
                .withMeter("M0", "00000999", 5, 9_000)
                .meterIs("M0", "REMOVED")
                .charged(ALine.byMeter(OCTOBER).with("line", "c").with("meter", "M0"));

        assertThat(full(account)).contains("Газ, счётчик 1", "Газ, счётчик 2", "Газ, прежний счётчик");
    }

    @Test
    void a_closed_account_takes_no_readings_and_keeps_its_history() {
        var account = bare().charged(ALine.byMeter(OCTOBER)).closedAt(OCTOBER, 8_940, FIFTH);
        var visitor = opened(account);
        account.closed();

        assertThat(page(visitor, account))
                .contains("Счёт закрыт поставщиком", "долг можно оплатить", "История изменений по услугам")
                .doesNotContain(account.id() + "/readings", "Использовано");
        assertThat(visitor.get("/").text()).contains("Счёт закрыт").doesNotContain("Ждём показания");
        assertThat(visitor.get(address(account) + "/readings").text())
                .contains("Показания больше не принимаются")
                .doesNotContain("name=\"now1\"");
        assertThat(visitor.get(address(account) + "/pay").text()).doesNotContain("name=\"now1\"");
        assertThat(visitor.post(address(account) + "/readings", Map.of("now1", "28176"))
                        .status())
                .isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from reading where account_id = :account")
                        .param("account", account.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_account_without_a_statement_says_so_at_home_too() {
        var visitor = connected(AnAccount.anAccount(jdbc));

        assertThat(visitor.get("/").text()).contains("Начислений ещё не было").contains("Счётчика нет");
    }

    @Test
    void data_of_long_ago_is_said_to_be_old() {
        var account = bare().closedAt(OCTOBER, 8_940, FIFTH);
        clock.pass(Duration.ofDays(60));

        assertThat(full(account)).contains("давно не присылал данных: последние на 5 ноября 2026");
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void a_section_that_the_supplier_hides_is_not_there(Section section) {
        var account = everything(new Display(EnumSet.of(section), null, null), "hide-" + section.ordinal());
        var page = full(account);

        for (var other : Section.values()) {
            if (other == section) {
                assertThat(page).doesNotContain(sign(other));
            } else {
                assertThat(page).contains(sign(other));
            }
        }
    }

    @Test
    void a_supplier_that_hides_everything_still_shows_a_whole_page() {
        var account = everything(new Display(EnumSet.allOf(Section.class), null, null), "hide-all");

        assertThat(full(account)).contains("Общие сведения", "Финансовый блок", "Из чего сложилось");
    }

    @Test
    void while_a_supplier_s_service_is_down_its_words_stand_for_the_account() {
        var account = everything(Display.ALL, "down");
        var visitor = opened(account);
        suppliers.save(ASupplier.showing(
                suppliers.get(account.supplier()), new Display(Set.of(), "Обновляем биллинг до 14:00.", null)));

        assertThat(page(visitor, account))
                .contains("Сервис временно недоступен", "Обновляем биллинг до 14:00.")
                .doesNotContain("Клюквина", "8,94", "Оплатить онлайн");
        assertThat(visitor.get(address(account) + "/pay").status()).isEqualTo(403);
        assertThat(visitor.get(address(account) + "/readings").status()).isEqualTo(403);
        assertThat(visitor.get("/").text())
                .contains("Сервис поставщика временно недоступен", "Сколько к оплате, сейчас неизвестно")
                .doesNotContain("Долгов нет", "всё оплачено", account.id() + "/pay", account.id() + "/readings");
    }

    @Test
    void where_paying_is_off_the_supplier_says_how_to_pay() {
        var code = new SupplierCode("nopay");
        var narrow = ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("paymentInBasic", "paymentInFull"));
        suppliers.save(ASupplier.showing(narrow, new Display(Set.of(), null, "Платите на почте.")));
        var account = AnAccount.of(jdbc, code, number()).withPin(pins, "482915").closedAt(OCTOBER, 100, FIFTH);

        assertThat(full(account)).contains("Платите на почте.").doesNotContain(account.id() + "/pay");
    }

    @Test
    void where_the_full_version_may_pay_the_basic_one_is_told_so() {
        var code = new SupplierCode("pay-in-full");
        var narrow = ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("paymentInBasic"));
        suppliers.save(ASupplier.showing(narrow, new Display(Set.of(), null, "Платите на почте.")));
        var account = AnAccount.of(jdbc, code, number()).withPin(pins, "482915").closedAt(OCTOBER, 100, FIFTH);

        assertThat(page(connected(account), account))
                .contains("Платить можно в полной версии")
                .doesNotContain("Платите на почте.");
        assertThat(full(account)).doesNotContain("Платить можно", "Платите на почте.");
    }

    private AnAccount everything(Display display, String name) {
        var code = new SupplierCode(name);
        suppliers.save(ASupplier.showing(ASupplier.in(suppliers, jdbc, code, usual -> usual), display));
        return AnAccount.of(jdbc, code, number())
                .withPin(pins, "482915")
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94"))
                .balance(OCTOBER, "", 0, 191_316, 0, 191_316);
    }

    private static String sign(Section section) {
        return switch (section) {
            case METERS -> "id=\"dev\"";
            case USE -> "id=\"use\"";
            case TARIFF -> "id=\"tariff\"";
            case PAYMENTS -> "id=\"paid\"";
            case HISTORY -> "id=\"log\"";
            case EXPLANATION -> "Почему столько?";
        };
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc).withPin(pins, "482915").closedAt(OCTOBER, 0, FIFTH);
    }

    private AnAccount metered() {
        return bare().closedAt(OCTOBER, 0, FIFTH);
    }

    private AnAccount bare() {
        return AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
    }

    private static String number() {
        return Long.toString(100_000 + System.nanoTime() % 900_000);
    }

    private String full(AnAccount account) {
        return page(opened(account), account);
    }

    private String page(Visitor visitor, AnAccount account) {
        return page(visitor, account, "");
    }

    private static String page(Visitor visitor, AnAccount account, String query) {
        var answer = visitor.get(address(account) + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text().replace('\u00a0', ' ').replaceAll("</?em>", "");
    }

    private Visitor opened(AnAccount account) {
        var visitor = connected(account);
        visitor.post(address(account) + "/full", Map.of("proof", "pin", "pin", "482915"));
        return visitor;
    }

    private Visitor connected(AnAccount account) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return visitors.signedIn(household);
    }

    private static String address(AnAccount account) {
        return "/accounts/" + account.id();
    }
}
