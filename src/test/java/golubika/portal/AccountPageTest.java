package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Pins;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AccountPageTest {

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
    }

    @Test
    void the_basic_page_shows_the_account_and_names_nobody() {
        var account = account();
        var page = plain(connected(account).get(address(account)).text());

        assertThat(page)
                .contains("1 956,85 ₽", "Октябрь 2026", "ноябрь 2026", "Сумма долга за период", "Количество счётчиков")
                .contains("Счётчик 1", "27 927", "8,94000 ₽", "История изменений по услугам", "Откройте полную версию");
        assertThat(page).doesNotContain("Клюквина", "Ягодный", "00417385", "214 м³", "Почему столько", "BANK");
    }

    @Test
    void the_full_page_shows_the_person_the_volumes_and_the_payments() {
        var account = account();
        var visitor = connected(account);
        visitor.post(address(account) + "/full", Map.of("proof", "pin", "pin", "482915"));

        var page = plain(visitor.get(address(account)).text());

        assertThat(page)
                .contains("Клюквина Анна Петровна", "г. Ягодный", "№ 00417385", "214 м³", "Почему столько?")
                .contains("214 × 1,000 × 8,94000", "Расход газа", "Платежи", "678,43 ₽", "Поверен до мая 2031");
        assertThat(page).doesNotContain("Откройте полную версию");
    }

    @Test
    void a_wrong_pin_says_so_at_its_field_and_opens_nothing() {
        var account = account();
        var visitor = connected(account);

        var answer = visitor.post(address(account) + "/full", Map.of("proof", "pin", "pin", "111111"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("PIN-код не подошёл", "aria-describedby=\"e-pin\"");
        assertThat(visitor.get(address(account)).text()).doesNotContain("Клюквина");
    }

    @Test
    void the_month_can_be_switched_and_stays_within_what_there_is() {
        var account = account().closedAt(OCTOBER.previous(), 67_843, LocalDate.of(2026, 10, 5));
        var visitor = connected(account);

        assertThat(plain(visitor.get(address(account) + "?month=2026-09").text()))
                .contains("Сентябрь 2026", "678,43 ₽");
        assertThat(plain(visitor.get(address(account) + "?month=2031-01").text()))
                .contains(">Октябрь 2026<");
        assertThat(visitor.get(address(account) + "?month=nonsense").status()).isEqualTo(200);
    }

    @Test
    void overpayment_is_called_so_and_keeps_its_minus_in_the_period() {
        var account = AnAccount.anAccount(jdbc).closedAt(OCTOBER, -195_685, FIFTH);

        var page = plain(connected(account).get(address(account)).text());

        assertThat(page).contains("Переплата", "−1 956,85 ₽");
    }

    @Test
    void money_that_the_supplier_does_not_see_yet_is_said() {
        var account = account().paid("NEW-" + System.nanoTime(), 100_000, Instant.parse("2026-11-18T09:00:00Z"), null);

        assertThat(plain(connected(account).get(address(account)).text()))
                .contains("956,85 ₽", "Уже учтено: 1 000,00 ₽, которые поставщик пока не видит");
    }

    @Test
    void an_account_without_charges_and_meters_is_not_broken() {
        var account = AnAccount.anAccount(jdbc);

        var answer = connected(account).get(address(account));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Поставщик ещё не прислал начислений");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/readings", "/pay"})
    void another_subscriber_s_account_is_a_page_that_is_not_there(String page) {
        var account = account();
        connected(account);
        var stranger = visitors.signedIn(visitors.household());

        assertThat(stranger.get(address(account) + page).status()).isEqualTo(404);
        assertThat(stranger.get("/accounts/0000000000000000" + page).status()).isEqualTo(404);
        assertThat(stranger.get("/accounts/nonsense" + page).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/full", "/readings", "/readings/preview?meter=1", "/pay"})
    void another_subscriber_can_do_nothing_on_it_either(String deed) {
        var account = account();
        var stranger = visitors.signedIn(visitors.household());

        var answer = stranger.post(
                address(account) + deed, Map.of("proof", "pin", "pin", "482915", "now1", "28176", "what", "debt"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(count("select count(*) from reading where account_id = :account", account))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/readings", "/pay"})
    void nobody_at_all_is_led_to_the_entrance(String page) {
        var answer = visitors.guest().get(address(account()) + page);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith("/login?next=");
    }

    @Test
    void what_the_supplier_switches_off_in_basic_is_neither_shown_nor_done() {
        var code = new SupplierCode("narrow");
        ASupplier.in(
                suppliers, jdbc, code, _ -> ASupplier.flipped("readingsInBasic", "paymentInBasic", "historyInBasic"));
        var account = AnAccount.of(jdbc, code, Long.toString(100_000 + System.nanoTime() % 100_000))
                .withPin(pins, "482915")
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(OCTOBER, 214, "8.94", 191_316)
                .closedAt(OCTOBER, 195_685, FIFTH);
        var visitor = connected(account);

        var page = visitor.get(address(account)).text();

        assertThat(page)
                .doesNotContain(account.id() + "/pay", account.id() + "/readings", "История изменений по услугам");
        assertThat(visitor.get(address(account) + "/readings").status()).isEqualTo(403);
        assertThat(visitor.get(address(account) + "/pay").status()).isEqualTo(403);
        visitor.post(address(account) + "/full", Map.of("proof", "serial", "serial", "0041 7385"));
        assertThat(visitor.get(address(account)).text())
                .contains(account.id() + "/pay", account.id() + "/readings", "История изменений по услугам");
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc)
                .withPin(pins, "482915")
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(OCTOBER, 214, "8.94", 191_316)
                .charged(OCTOBER.plus(-12), 228, "8.36", 190_608)
                .closedAt(OCTOBER, 195_685, FIFTH)
                .paid("OLD-" + System.nanoTime(), 67_843, Instant.parse("2026-10-05T09:00:00Z"), FIFTH);
    }

    private Visitor connected(AnAccount account) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return visitors.signedIn(household);
    }

    private int count(String sql, AnAccount account) {
        return jdbc.sql(sql)
                .param("account", account.id().value())
                .query(Integer.class)
                .single();
    }

    private static String address(AnAccount account) {
        return "/accounts/" + account.id();
    }

    private static String plain(String html) {
        return html.replace('\u00a0', ' ');
    }
}
