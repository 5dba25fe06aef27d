package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class KnownDeviceTest {

    private static final String SUBJECT = "Вход с нового устройства";
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36";

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void strangers_who_use_up_every_limit_do_not_lock_out_the_owner_on_a_known_device() {
        var household = visitors.household();
        var owner = visitors.signedIn(household);
        owner.post("/logout", Map.of());
        for (var network = 0; network < 6; network++) {
            var stranger = visitors.guest();
            for (var i = 0; i < 10; i++) {
                signInChecked(stranger, household.login(), "wrong7");
            }
        }

        assertThat(signInChecked(visitors.guest(), household.login(), Visitors.PASSWORD)
                        .text())
                .contains("Слишком много попыток");
        assertThat(signIn(owner, household.login(), Visitors.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void a_known_device_has_a_limit_of_its_own() {
        var household = visitors.household();
        var owner = visitors.signedIn(household);
        owner.post("/logout", Map.of());
        for (var i = 0; i < 10; i++) {
            assertThat(signIn(owner, household.login(), "wrong7").text())
                    .contains("не подошёл")
                    .doesNotContain("Я не робот");
        }

        assertThat(signIn(owner, household.login(), Visitors.PASSWORD).text()).contains("Слишком много попыток");
        assertThat(signIn(visitors.guest(), household.login(), Visitors.PASSWORD)
                        .location())
                .isEqualTo("/");
        clock.pass(Duration.ofMinutes(5));
        assertThat(signIn(owner, household.login(), Visitors.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void after_three_wrong_passwords_from_anywhere_the_robot_check_comes_first() {
        var household = visitors.household();
        signIn(visitors.guest(), household.login(), "wrong7");
        signIn(visitors.guest(), household.login(), "wrong7");
        var third = signIn(visitors.guest(), household.login(), "wrong7");
        assertThat(third.text()).contains("не подошёл").contains("Я не робот");

        var owner = visitors.guest();
        var unchecked = signIn(owner, household.login(), Visitors.PASSWORD);
        assertThat(unchecked.status()).isEqualTo(422);
        assertThat(unchecked.text()).contains("Отметьте «Я не робот» и дождитесь");
        var solution = RobotSolver.solve(owner);
        assertThat(signIn(owner, household.login(), "wrong7", solution).text()).contains("не подошёл");
        assertThat(signIn(owner, household.login(), Visitors.PASSWORD, solution).text())
                .as("a solution serves once")
                .contains("Проверка устарела");
        assertThat(signInChecked(owner, household.login(), Visitors.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void the_robot_check_is_asked_for_unknown_logins_just_the_same() {
        var unknown = Visitors.freshLogin();
        for (var i = 0; i < 3; i++) {
            signIn(visitors.guest(), unknown, "wrong7");
        }

        assertThat(signIn(visitors.guest(), unknown, "wrong7").text()).contains("Отметьте «Я не робот» и дождитесь");
    }

    @Test
    void twenty_wrong_passwords_from_one_network_bring_the_robot_check_for_any_login() {
        var stranger = visitors.guest();
        for (var i = 0; i < 20; i++) {
            assertThat(signIn(stranger, Visitors.freshLogin(), "wrong7").text()).contains("не подошёл");
        }

        assertThat(signIn(stranger, Visitors.freshLogin(), "wrong7").text()).contains("Отметьте «Я не робот»");
    }

    @Test
    void the_owner_learns_of_a_sign_in_from_a_new_device_and_only_from_a_new_one() {
        var household = visitors.household();
        var owner = visitors.signedIn(household);
        assertThat(notices(household)).as("the very first").isZero();
        signIn(owner, household.login(), Visitors.PASSWORD);
        assertThat(notices(household)).as("the same browser").isZero();

        signIn(visitors.guest().calling(ANDROID), household.login(), Visitors.PASSWORD);
        assertThat(notices(household)).isEqualTo(1);
        assertThat(mailbox.of(household.login()).getFirst().body())
                .contains("20\u00a0ноября 2026, 15:00 по московскому времени, Android, Chrome, сетевой адрес 198.18.")
                .contains("смените пароль");
        assertThat(mailbox.of(household.login()).getFirst().linkPath()).isEqualTo("/settings/history");
    }

    @Test
    void who_registered_here_and_confirmed_elsewhere_has_come_in_and_the_next_stranger_causes_a_notice() {
        var household = visitors.household();
        unconfirm(household, true);
        var here = visitors.signedIn(household);
        assertThat(here.get("/").location()).isEqualTo("/confirm");
        unconfirm(household, false);

        assertThat(here.get("/settings").status()).isEqualTo(200);
        assertThat(here.cookies()).containsKey("golubika-device");
        here.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));
        here.post("/logout", Map.of());
        signIn(here, household.login(), "fresh8");
        assertThat(notices(household)).as("the own browser").isZero();
        signIn(visitors.guest(), household.login(), "fresh8");
        assertThat(notices(household)).isEqualTo(1);
    }

    @Test
    void though_every_device_is_forgotten_the_next_one_causes_a_notice() {
        var household = visitors.household();
        visitors.signedIn(household).post("/logout", Map.of());
        jdbc.sql("delete from known_device where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        jdbc.sql("delete from session_device where subscriber_id = :id")
                .param("id", household.id().value())
                .update();

        signIn(visitors.guest(), household.login(), Visitors.PASSWORD);

        assertThat(notices(household)).isEqualTo(1);
    }

    @Test
    void a_browser_is_forgotten_a_year_after_its_last_sign_in() {
        var household = visitors.household();
        var owner = visitors.signedIn(household);
        clock.pass(Duration.ofDays(364));
        signIn(owner, household.login(), Visitors.PASSWORD);
        clock.pass(Duration.ofDays(364));
        signIn(owner, household.login(), Visitors.PASSWORD);
        assertThat(notices(household)).isZero();
        clock.pass(Duration.ofDays(365));
        signIn(owner, household.login(), Visitors.PASSWORD);
        assertThat(notices(household)).isEqualTo(1);
    }

    @Test
    void several_people_use_one_browser_and_none_passes_for_another() {
        var first = visitors.household();
        var second = visitors.household();
        visitors.signedIn(second);
        var shared = visitors.signedIn(first);
        var afterFirst = shared.cookies().get("golubika-device");
        signIn(shared, second.login(), Visitors.PASSWORD);
        assertThat(notices(second)).as("known to the first alone").isEqualTo(1);

        signIn(shared, first.login(), Visitors.PASSWORD);
        signIn(shared, second.login(), Visitors.PASSWORD);
        assertThat(notices(first)).isZero();
        assertThat(notices(second)).isEqualTo(1);
        assertThat(shared.cookies().get("golubika-device")).endsWith("." + afterFirst);
    }

    @Test
    void of_many_browsers_the_one_not_seen_for_longest_is_forgotten() {
        var household = visitors.household();
        var oldest = visitors.signedIn(household);
        for (var i = 0; i < KnownDevices.MOST; i++) {
            clock.pass(Duration.ofMinutes(1));
            visitors.signedIn(household);
        }
        assertThat(jdbc.sql("select count(*) from known_device where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(KnownDevices.MOST);

        var before = notices(household);
        signIn(oldest, household.login(), Visitors.PASSWORD);
        assertThat(notices(household)).isEqualTo(before + 1);
    }

    @Test
    void the_secret_is_stored_hashed() {
        var household = visitors.household();
        var secret = visitors.signedIn(household).cookies().get("golubika-device");

        assertThat(jdbc.sql("select device_hash from known_device where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(byte[].class)
                        .single())
                .isEqualTo(new Token(secret).hash());
    }

    private void unconfirm(Visitors.Household household, boolean unconfirmed) {
        jdbc.sql("""
                update subscriber set confirmed_at = case when :unconfirmed then null else registered_at end
                where subscriber_id = :id
                """)
                .param("unconfirmed", unconfirmed)
                .param("id", household.id().value())
                .update();
    }

    private long notices(Visitors.Household household) {
        return mailbox.of(household.login()).stream()
                .filter(letter -> letter.subject().equals(SUBJECT))
                .count();
    }

    private static Visitor.Answer signIn(Visitor visitor, String login, String password) {
        return visitor.post("/login", Map.of("login", login, "password", password));
    }

    private static Visitor.Answer signIn(Visitor visitor, String login, String password, String solution) {
        return visitor.post("/login", Map.of("login", login, "password", password, "solution", solution));
    }

    private static Visitor.Answer signInChecked(Visitor visitor, String login, String password) {
        return signIn(visitor, login, password, RobotSolver.solve(visitor));
    }
}
