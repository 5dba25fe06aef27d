package golubika.office;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.subscribers.Passwords;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OfficeSignInTest {

    private static final String COOKIE = "golubika-office";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    StaffBook book;

    @Autowired
    OfficeActs acts;

    @Autowired
    Passwords passwords;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    private AnOffice office;
    private Staff staff;

    @BeforeEach
    void begin() {
        ASupplier.in(suppliers, jdbc);
        office = new AnOffice(book, passwords, visitors);
        staff = office.somebody(ASupplier.CODE);
    }

    @Test
    void a_wrong_password_an_unknown_login_and_a_blocked_one_are_answered_alike() {
        var blocked = office.somebody(ASupplier.CODE);
        book.block(blocked.login());

        assertThat(enter(visitors.guest(), staff.login(), "не тот пароль")).isEqualTo(422);
        assertThat(enter(visitors.guest(), blocked.login(), AnOffice.PASSWORD)).isEqualTo(422);
        assertThat(enter(visitors.guest(), "nobody-here", AnOffice.PASSWORD)).isEqualTo(422);
        var unknown = text("nobody-here", AnOffice.PASSWORD);
        assertThat(text(staff.login(), "не тот пароль")).isEqualTo(unknown.replace("nobody-here", staff.login()));
        assertThat(text(blocked.login(), AnOffice.PASSWORD)).isEqualTo(unknown.replace("nobody-here", blocked.login()));
    }

    @Test
    void a_failure_stands_in_the_log_without_saying_who_it_was() {
        enter(visitors.guest(), staff.login(), "не тот пароль");

        assertThat(acts.of(ASupplier.CODE, 0, 1)).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(OfficeActs.Kind.FAILED);
            assertThat(act.subject()).isEqualTo(staff.login());
        });
        assertThat(office.atWork(staff).get("/office/log").text())
                .contains("Неудачная попытка войти под логином " + staff.login(), "неизвестно кто")
                .contains(staff.name() + " (" + staff.login() + ")");
    }

    @Test
    void where_somebody_has_come_in_before_no_crowd_elsewhere_keeps_them_out() {
        var here = office.atWork(staff);
        for (var i = 0; i < 30; i++) {
            enter(visitors.guest(), staff.login(), "догадка " + i);
        }

        assertThat(enter(visitors.guest(), staff.login(), AnOffice.PASSWORD)).isEqualTo(422);
        assertThat(enter(here, staff.login(), AnOffice.PASSWORD)).isEqualTo(302);
    }

    @Test
    void whose_session_has_ended_goes_on_where_they_were_and_never_elsewhere() {
        var left = visitors.guest().get("/office/log");
        assertThat(left.location()).isEqualTo("/office/login?to=%2Foffice%2Flog");
        assertThat(visitors.guest().get(left.location()).text()).contains("name=\"to\" value=\"/office/log\"");
        var sent = visitors.guest().post("/office/requests/5/answer", Map.of());
        assertThat(sent.location()).isEqualTo("/office/login?ended&to=%2Foffice%2Frequests%2F5%2Fanswer");

        assertThat(goesTo("/office/log")).isEqualTo("/office/log");
        assertThat(goesTo("//example.com")).isEqualTo("/office");
        assertThat(goesTo("https://example.com/office/log")).isEqualTo("/office");
        assertThat(goesTo("/settings")).isEqualTo("/office");
        assertThat(goesTo("/office/../settings")).isEqualTo("/office");
    }

    private String goesTo(String to) {
        return visitors.guest()
                .post("/office/login", Map.of("login", staff.login(), "password", AnOffice.PASSWORD, "to", to))
                .location();
    }

    @Test
    void a_password_that_was_set_meanwhile_is_not_overwritten() {
        var known = book.find(staff.login()).orElseThrow();
        clock.pass(Duration.ofSeconds(1));
        book.setPassword(
                staff.login(), passwords.hash("once-once-once"), clock.instant().plus(StaffPasswords.ONCE));

        assertThat(book.changePassword(known, passwords.hash("черника у ручья")))
                .isEmpty();
        assertThat(enter(visitors.guest(), staff.login(), "once-once-once")).isEqualTo(302);
    }

    @Test
    void guessing_is_limited_by_login_and_network_and_elsewhere_the_owner_comes_in() {
        var guesser = visitors.guest();
        for (var i = 0; i < 5; i++) {
            assertThat(enter(guesser, staff.login(), "догадка " + i)).isEqualTo(422);
        }

        assertThat(guesser.post("/office/login", Map.of("login", staff.login(), "password", AnOffice.PASSWORD))
                        .text())
                .contains("Слишком много попыток");
        assertThat(office.atWork(staff).get("/office").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(5));
        assertThat(enter(guesser, staff.login(), AnOffice.PASSWORD)).isEqualTo(302);
    }

    @Test
    void guesses_from_many_networks_count_together() {
        for (var i = 0; i < 30; i++) {
            enter(visitors.guest(), staff.login(), "догадка " + i);
        }

        assertThat(text(staff.login(), AnOffice.PASSWORD)).contains("Слишком много попыток");
    }

    @Test
    void the_session_of_the_office_is_no_session_of_a_cabinet_nor_the_other_way_round() {
        var household = visitors.household();
        var subscriber = visitors.signedIn(household);
        var atWork = office.atWork(staff);

        assertThat(subscriber.get("/office").location()).isEqualTo("/office/login");
        assertThat(atWork.get("/settings").location()).startsWith("/login");
        // Not even under the other's name.
        var stolen = visitors.guest().with(COOKIE, subscriber.cookies().get("golubika"));
        assertThat(stolen.get("/office").location()).isEqualTo("/office/login");
        var other = visitors.guest().with("golubika", atWork.cookies().get(COOKIE));
        assertThat(other.get("/settings").location()).startsWith("/login");
    }

    @Test
    void one_browser_holds_both_and_leaving_one_keeps_the_other() {
        var both = visitors.signedIn(visitors.household());
        var field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(both.get("/settings").text());
        assertThat(field.find()).isTrue();
        var open = field.group(1);
        enter(both, staff.login(), AnOffice.PASSWORD);

        assertThat(both.get("/office").status()).isEqualTo(200);
        assertThat(both.get("/settings").status()).isEqualTo(200);
        // A form of the cabinet that was open all the while can still be sent.
        assertThat(both.postAsIs("/theme", Map.of("theme", "dark", "_csrf", open))
                        .status())
                .isEqualTo(302);
        assertThat(both.post("/office/theme", Map.of("theme", "dark")).status()).isEqualTo(302);
        assertThat(both.post("/office/logout", Map.of()).location()).isEqualTo("/office/login?bye");
        assertThat(both.get("/office").location()).isEqualTo("/office/login");
        assertThat(both.get("/settings").status()).isEqualTo(200);
        assertThat(both.postAsIs("/theme", Map.of("theme", "dark", "_csrf", open))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void an_address_in_other_letters_is_the_same_part_of_the_portal() {
        var atWork = office.atWork(staff);

        // No page has this address; but the session is known there, and only who has none is led to the sign-in.
        assertThat(atWork.get("/%6Fffice/log").status()).isEqualTo(404);
        assertThat(visitors.guest().get("/%6Fffice/log").location()).startsWith("/office/login");
    }

    @Test
    void the_cookie_goes_to_the_office_alone_and_is_not_given_to_scripts() {
        var answer =
                visitors.guest().post("/office/login", Map.of("login", staff.login(), "password", AnOffice.PASSWORD));

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "=") && !cookie.contains("Max-Age=0"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("Path=/office", "HttpOnly", "SameSite=Strict"));
    }

    @Test
    void a_page_that_is_not_there_leads_back_to_the_office() {
        var atWork = office.atWork(staff);

        assertThat(atWork.get("/office/nothing").status()).isEqualTo(404);
        assertThat(atWork.get("/office/nothing").text()).contains("class=\"btn\" href=\"/office\"");
        assertThat(atWork.get("/nothing").location()).startsWith("/login");
    }

    @Test
    void a_desk_that_is_left_closes_after_half_an_hour() {
        office.atWork(staff);

        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name = :name")
                        .param("name", staff.getName())
                        .query(Integer.class)
                        .single())
                .isEqualTo(30 * 60);
    }

    @Test
    void coming_in_begins_another_session() {
        var visitor = office.atWork(staff);
        var former = visitor.cookies().get(COOKIE);
        enter(visitor, staff.login(), AnOffice.PASSWORD);

        assertThat(visitor.cookies().get(COOKIE)).isNotEqualTo(former);
        assertThat(visitors.guest().with(COOKIE, former).get("/office").location())
                .isEqualTo("/office/login");
    }

    @Test
    void another_password_ends_the_other_sessions() {
        var here = office.atWork(staff);
        var there = office.atWork(staff);
        clock.pass(Duration.ofSeconds(1));
        here.post(
                "/office/password",
                Map.of("current", AnOffice.PASSWORD, "password", "черника у ручья", "again", "черника у ручья"));

        assertThat(here.get("/office").status()).isEqualTo(200);
        assertThat(there.get("/office").location()).isEqualTo("/office/login");
    }

    @Test
    void a_one_time_password_waits_for_a_week() {
        book.setPassword(
                staff.login(), passwords.hash("once-once-once"), clock.instant().plus(StaffPasswords.ONCE));
        clock.pass(StaffPasswords.ONCE.minusSeconds(1));
        assertThat(enter(visitors.guest(), staff.login(), "once-once-once")).isEqualTo(302);
        clock.pass(Duration.ofSeconds(1));

        assertThat(enter(visitors.guest(), staff.login(), "once-once-once")).isEqualTo(422);
    }

    private int enter(Visitor visitor, String login, String password) {
        return visitor.post("/office/login", Map.of("login", login, "password", password))
                .status();
    }

    private String text(String login, String password) {
        return visitors.guest()
                .post("/office/login", Map.of("login", login, "password", password))
                .text()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
