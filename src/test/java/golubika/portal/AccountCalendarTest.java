package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import golubika.accounts.LinkAccount;
import golubika.suppliers.Display;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AccountCalendarTest {

    private static final Pattern ADDRESS = Pattern.compile("value=\"(http[^\"]+/calendars/[^\"]+)\"");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

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
    void a_calendar_program_reads_the_days_of_a_year() {
        var household = visitors.household();
        var account = account();
        var file = connected(household, account).get("/accounts/" + account.id() + "/calendar.ics");

        assertThat(file.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        var calendar = Biweekly.parse(file.text()).first();
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(days(calendar, "показаний"))
                .hasSize(12)
                .startsWith(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 25));
        assertThat(days(calendar, "оплаты")).startsWith(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 15));
        assertThat(days(calendar, "Поверка")).containsExactly(LocalDate.of(2031, 5, 14));
        assertThat(calendar.getEvents())
                .allSatisfy(event ->
                        assertThat(event.getDateStart().getValue().hasTime()).isFalse())
                .extracting(event -> event.getUid().getValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_file_has_short_lines_of_whole_characters_that_end_as_the_standard_wants() {
        var household = visitors.household();
        var account = account();
        var visitor = connected(household, account);
        jdbc.sql("update account_link set own_name = :name where subscriber_id = :id")
                .param("name", "Дача; у реки, 🫐 \\ и ещё так много слов, что они не помещаются на одной строке")
                .param("id", household.id().value())
                .update();

        var text = visitor.get("/accounts/" + account.id() + "/calendar.ics").text();

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).allSatisfy(line -> {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\ufffd");
        });
        assertThat(Biweekly.parse(text)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .endsWith("Дача; у реки, 🫐 \\ и ещё так много слов, что они не помещаются на одной строке");
    }

    @Test
    void the_same_day_keeps_its_name_from_one_file_to_the_next() {
        var household = visitors.household();
        var account = account();
        var visitor = connected(household, account);
        var path = "/accounts/" + account.id() + "/calendar.ics";
        var before = Biweekly.parse(visitor.get(path).text()).first();
        assertThat(visitor.get(path).text()).isEqualTo(visitor.get(path).text());

        clock.set(Instant.parse("2026-12-03T12:00:00Z"));
        var after = Biweekly.parse(visitor.get(path).text()).first();

        assertThat(uid(after, LocalDate.of(2026, 12, 25))).isEqualTo(uid(before, LocalDate.of(2026, 12, 25)));
    }

    @Test
    void the_file_holds_no_name_no_place_no_number_and_no_id() {
        var household = visitors.household();
        var account = account();

        var text = connected(household, account)
                .get("/accounts/" + account.id() + "/calendar.ics")
                .text()
                .replace("\r\n ", "");

        assertThat(text)
                .doesNotContain(
                        "Клюквина",
                        "Лесная",
                        "00417385",
                        household.login(),
                        account.id().toString())
                .doesNotContainPattern("[^0-9]" + account.number() + "[^0-9]");
    }

    @Test
    void a_secret_address_needs_no_signing_in_until_it_is_withdrawn() {
        var household = visitors.household();
        var account = account();
        var visitor = connected(household, account);
        var page = "/accounts/" + account.id() + "/calendar";

        var first = subscribe(visitor, page);
        assertThat(visitors.guest().get(first).text()).startsWith("BEGIN:VCALENDAR");
        assertThat(visitor.get(page).text()).doesNotContain("/calendars/");

        var second = subscribe(visitor, page);
        assertThat(visitors.guest().get(first).status()).isEqualTo(404);
        assertThat(visitors.guest().get(second).status()).isEqualTo(200);

        visitor.post(page + "/withdrawal", Map.of());
        assertThat(visitors.guest().get(second).status()).isEqualTo(404);
    }

    @Test
    void the_address_dies_with_the_link_to_the_account() {
        var household = visitors.household();
        var account = account();
        var address = subscribe(connected(household, account), "/accounts/" + account.id() + "/calendar");

        jdbc.sql("delete from account_link where subscriber_id = :id")
                .param("id", household.id().value())
                .update();

        assertThat(visitors.guest().get(address).status()).isEqualTo(404);
    }

    @Test
    void who_leaves_and_connects_again_does_not_revive_the_address() {
        var household = visitors.household();
        var account = account();
        var visitor = connected(household, account);
        var address = subscribe(visitor, "/accounts/" + account.id() + "/calendar");

        visitor.post("/accounts/" + account.id() + "/removal", Map.of());
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());

        assertThat(visitors.guest().get(address).status()).isEqualTo(404);
        assertThat(visitor.get("/accounts/" + account.id() + "/calendar").text())
                .doesNotContain("/calendar/withdrawal");
    }

    @Test
    void of_two_addresses_made_at_once_one_works() {
        var household = visitors.household();
        var account = account();
        var page = "/accounts/" + account.id() + "/calendar";
        var browsers = List.of(connected(household, account), visitors.signedIn(household));

        CompletableFuture.allOf(browsers.stream()
                        .map(browser -> CompletableFuture.runAsync(() -> browser.post(page, Map.of())))
                        .toArray(CompletableFuture[]::new))
                .join();

        var addresses = browsers.stream().map(browser -> address(browser, page)).toList();
        assertThat(addresses)
                .filteredOn(address -> visitors.guest().get(address).status() == 200)
                .hasSize(1);
        browsers.getFirst().post(page + "/withdrawal", Map.of());
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(visitors.guest().get(address).status()).isEqualTo(404));
    }

    @Test
    void a_closed_account_has_its_last_bill_to_pay_and_no_readings() {
        var household = visitors.household();
        var account = account();
        var visitor = connected(household, account);
        account.closed().closedAt(BillingMonth.parse("2026-10").orElseThrow(), 195_685, LocalDate.of(2026, 11, 5));

        var calendar = Biweekly.parse(visitor.get("/accounts/" + account.id() + "/calendar.ics")
                        .text())
                .first();

        assertThat(days(calendar, "оплаты")).containsExactly(LocalDate.of(2026, 11, 15));
        assertThat(calendar.getEvents()).hasSize(1);
    }

    @Test
    void a_closed_account_that_owes_nothing_has_no_days_at_all() {
        var account = account().closedAt(BillingMonth.parse("2026-10").orElseThrow(), 0, LocalDate.of(2026, 11, 5));
        var visitor = connected(visitors.household(), account);
        account.closed();

        assertThat(visitor.get("/accounts/" + account.id() + "/calendar.ics").text())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void while_a_supplier_s_service_is_down_its_days_are_not_told() {
        var code = new SupplierCode("down-days");
        var usual = ASupplier.in(suppliers, jdbc, code, switches -> switches);
        var account = AnAccount.of(jdbc, code, "100777").withMeter("M1", "00417385", 5, 27_927);
        var visitor = connected(visitors.household(), account);
        var address = subscribe(visitor, "/accounts/" + account.id() + "/calendar");

        suppliers.save(ASupplier.showing(usual, new Display(Set.of(), "Обновляем биллинг.", null)));

        assertThat(visitors.guest().get(address).status()).isEqualTo(503);
        assertThat(visitor.get("/accounts/" + account.id() + "/calendar.ics").status())
                .isEqualTo(403);
        suppliers.save(usual);
        assertThat(visitors.guest().get(address).status()).isEqualTo(200);
    }

    @Test
    void the_calendar_of_an_account_that_is_not_mine_is_not_there() {
        var stranger = visitors.signedIn(visitors.household());
        var account = account();

        assertThat(stranger.get("/accounts/" + account.id() + "/calendar.ics").status())
                .isEqualTo(404);
        assertThat(stranger.get("/accounts/" + account.id() + "/calendar").status())
                .isEqualTo(404);
        assertThat(stranger.post("/accounts/" + account.id() + "/calendar", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private String subscribe(Visitor visitor, String page) {
        visitor.post(page, Map.of());
        return address(visitor, page);
    }

    private String address(Visitor visitor, String page) {
        var address = ADDRESS.matcher(visitor.get(page).text());
        assertThat(address.find()).isTrue();
        return address.group(1).substring(visitors.address().length());
    }

    private static List<LocalDate> days(ICalendar calendar, String word) {
        return calendar.getEvents().stream()
                .filter(event -> event.getSummary().getValue().contains(word))
                .map(AccountCalendarTest::day)
                .toList();
    }

    private static LocalDate day(VEvent event) {
        var day = event.getDateStart().getValue().getRawComponents();
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDate());
    }

    private static String uid(ICalendar calendar, LocalDate day) {
        return calendar.getEvents().stream()
                .filter(event -> day(event).equals(day))
                .findFirst()
                .orElseThrow()
                .getUid()
                .getValue();
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 27_927);
    }

    private Visitor connected(Visitors.Household household, AnAccount account) {
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return visitors.signedIn(household);
    }
}
