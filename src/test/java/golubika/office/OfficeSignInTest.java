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
        assertThat(text(staff.login(), "не тот пароль"))
                .isEqualTo(text("nobody-here", AnOffice.PASSWORD).replace("nobody-here", staff.login()));
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
        enter(both, staff.login(), AnOffice.PASSWORD);

        assertThat(both.get("/office").status()).isEqualTo(200);
        assertThat(both.get("/settings").status()).isEqualTo(200);
        assertThat(both.post("/office/logout", Map.of()).location()).isEqualTo("/office/login?bye");
        assertThat(both.get("/office").location()).isEqualTo("/office/login");
        assertThat(both.get("/settings").status()).isEqualTo(200);
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
        clock.pass(StaffPasswords.ONCE);

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
