package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignInTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    SignIn signIn;

    @Autowired
    Arrivals arrivals;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void wrong_login_and_wrong_password_are_one_answer() {
        var household = visitors.household();
        var unknown = Visitors.freshLogin();

        assertThat(refusal(household.login(), "wrong7")).isEqualTo(refusal(unknown, "wrong7"));
        assertThat(refusal(unknown, "wrong7")).isEqualTo(refusal("no address at all", "wrong7"));
    }

    @Test
    void the_login_is_known_in_any_spelling() {
        var household = visitors.household();
        var typed = "  " + household.login().toUpperCase(java.util.Locale.ROOT) + " ";

        assertThat(signIn(visitors.guest(), typed, Visitors.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void each_sign_in_gets_a_new_session_and_the_former_one_ends() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        var former = visitor.cookies().get("golubika");

        // A second form of sign-in from the same browser, as when somebody else takes over.
        signIn(visitor, visitors.household().login(), Visitors.PASSWORD);

        assertThat(visitor.cookies().get("golubika")).isNotEqualTo(former);
        assertThat(sessionsOf(household)).isZero();
    }

    @Test
    void signing_out_ends_the_session() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(visitor.post("/logout", Map.of()).location()).isEqualTo("/login?bye");
        assertThat(visitor.get("/settings").location()).isEqualTo("/login?next=%2Fsettings");
        assertThat(sessionsOf(household)).isZero();
    }

    @Test
    void after_ten_wrong_passwords_even_the_right_one_waits_but_only_from_that_network() {
        var household = visitors.household();
        var stranger = visitors.guest();
        for (var i = 0; i < 10; i++) {
            assertThat(signInChecked(stranger, household.login(), "wrong7").text())
                    .contains("не подошёл");
        }

        assertThat(signInChecked(stranger, household.login(), Visitors.PASSWORD).text())
                .contains("Слишком много попыток. Подождите 5\u00a0минут");
        assertThat(signInChecked(visitors.guest(), household.login(), Visitors.PASSWORD)
                        .location())
                .isEqualTo("/");

        clock.pass(Duration.ofMinutes(5));
        assertThat(signInChecked(stranger, household.login(), Visitors.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void the_limit_speaks_the_same_of_logins_that_nobody_has() {
        var stranger = visitors.guest();
        var unknown = Visitors.freshLogin();
        for (var i = 0; i < 10; i++) {
            signInChecked(stranger, unknown, "wrong7");
        }

        assertThat(signInChecked(stranger, unknown, "wrong7").text())
                .contains("Слишком много попыток. Подождите 5\u00a0минут");
    }

    @Test
    void a_space_beside_the_password_is_pointed_at_whatever_the_login() {
        var household = visitors.household();

        assertThat(signIn(visitors.guest(), household.login(), Visitors.PASSWORD + " ")
                        .text())
                .contains("не подошёл", "после него стоит пробел");
        assertThat(signIn(visitors.guest(), Visitors.freshLogin(), " wrong7").text())
                .contains("не подошёл", "после него стоит пробел");
        assertThat(signIn(visitors.guest(), household.login(), "wrong7").text()).doesNotContain("пробел");
    }

    @Test
    void what_is_missing_is_said_at_the_field() {
        assertThat(signIn(visitors.guest(), "", "").text()).contains("e-login", "e-pass", "Наберите пароль.");
    }

    @Test
    void a_changed_password_ends_other_sessions_and_is_told_by_mail() {
        var household = visitors.household();
        var here = visitors.signedIn(household);
        var elsewhere = visitors.signedIn(household);
        var former = here.cookies().get("golubika");

        var answer =
                here.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));

        assertThat(answer.location()).isEqualTo("/settings#password");
        assertThat(here.cookies().get("golubika")).isNotEqualTo(former);
        assertThat(here.get("/settings").text()).contains("Пароль изменён");
        assertThat(here.get("/settings").text()).doesNotContain("Пароль изменён");
        assertThat(elsewhere.get("/settings").status()).isEqualTo(302);
        assertThat(mailbox.of(household.login()))
                .extracting(Mailbox.Letter::subject)
                .contains("Пароль изменён");
        assertThat(signIn(visitors.guest(), household.login(), Visitors.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(signIn(visitors.guest(), household.login(), "fresh8").location())
                .isEqualTo("/");
    }

    @Test
    void a_sign_in_that_was_on_its_way_when_the_password_changed_comes_too_late() {
        var household = visitors.household();
        var inside = visitors.signedIn(household);
        var caller = new Caller("198.51.100.7", null);
        var browser = new SignIn.Browser(caller, List.of(), new RobotChecks.Verdict.NotShown());
        var onTheWay = (SignIn.Outcome.Welcome) signIn.signIn(household.login(), Visitors.PASSWORD, browser);
        var arrival = new Arrivals.Arrival(
                Arrivals.Way.PASSWORD, onTheWay.proof(), "a session of the former password", caller, List.of());

        inside.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));

        assertThat(arrivals.welcome(onTheWay.subscriber(), onTheWay.standing(), arrival))
                .isInstanceOf(Arrivals.Outcome.TooLate.class);
        assertThat(jdbc.sql("select count(*) from session_device where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_strangers_own_attempt_to_register_the_login_forgives_no_guesses_at_its_owners_password() {
        assertThat(guessesBesideAnAttempt(visitors.household().login()))
                .isEqualTo(guessesBesideAnAttempt(Visitors.freshLogin()))
                .isEqualTo(10);
    }

    @Test
    void the_password_is_not_changed_without_the_current_one_or_against_the_rule() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(change(visitor, "wrong7", "fresh8", "fresh8")).contains("Текущий пароль не подошёл");
        assertThat(change(visitor, Visitors.PASSWORD, "ягода7", "ягода7")).contains("русские буквы");
        assertThat(change(visitor, Visitors.PASSWORD, "fresh8", "fresh9")).contains("не совпадают");
        for (var i = 0; i < 4; i++) {
            change(visitor, "wrong7", "fresh8", "fresh8");
        }
        assertThat(change(visitor, Visitors.PASSWORD, "fresh8", "fresh8")).contains("Слишком много попыток");
        assertThat(signIn(visitors.guest(), household.login(), Visitors.PASSWORD)
                        .location())
                .isEqualTo("/");
    }

    @Test
    void signing_the_consent_keeps_who_when_what_and_from_where_and_sends_a_copy() {
        var household = visitors.household();
        jdbc.sql("delete from consent where subscriber_id = :id and document = 'PERSONAL_DATA'")
                .param("id", household.id().value())
                .update();
        var visitor = visitors.signedIn(household);

        var version = Document.PERSONAL_DATA.version();

        assertThat(visitor.post("/consent", Map.of("version", version)).text()).contains("Отметьте, что согласны");
        assertThat(visitor.get("/settings").location()).isEqualTo("/consent");
        assertThat(visitor.post("/consent", Map.of("version", version, "agree", "yes"))
                        .location())
                .isEqualTo("/");

        assertThat(visitor.get("/settings").status()).isEqualTo(200);
        assertThat(jdbc.sql("""
                select signed_at, network, words
                from consent join signed_document using (version)
                where subscriber_id = :id and document = 'PERSONAL_DATA'
                """).param("id", household.id().value()).query().singleRow())
                .containsEntry("network", visitor.network())
                .containsEntry("signed_at", java.sql.Timestamp.from(clock.instant()))
                .containsEntry("words", Document.PERSONAL_DATA.text().words());
        assertThat(mailbox.of(household.login()).getFirst().body()).contains("статье 9 Федерального закона");
    }

    private static Visitor.Answer signIn(Visitor visitor, String login, String password) {
        return visitor.post("/login", Map.of("login", login, "password", password));
    }

    /// With the robot check, whether it is asked for or not.
    private static Visitor.Answer signInChecked(Visitor visitor, String login, String password) {
        return visitor.post(
                "/login", Map.of("login", login, "password", password, "solution", RobotSolver.solve(visitor)));
    }

    /// How many wrong passwords are taken from one network, with a right one of an attempt to register after each.
    private int guessesBesideAnAttempt(String login) {
        var stranger = visitors.guest();
        stranger.post(
                "/register",
                Map.of(
                        "login",
                        login,
                        "password",
                        "theirs8",
                        "password2",
                        "theirs8",
                        "solution",
                        RobotSolver.solve(stranger)));
        for (var guesses = 0; guesses < 20; guesses++) {
            if (signInChecked(stranger, login, "wrong7").text().contains("Слишком много попыток")) {
                return guesses;
            }
            signInChecked(stranger, login, "theirs8");
            stranger.without("golubika");
        }
        return 20;
    }

    private static String change(Visitor visitor, String old, String fresh, String repeated) {
        return visitor.post("/settings/password", Map.of("old", old, "new", fresh, "new2", repeated))
                .text();
    }

    /// The whole page, without what differs from visitor to visitor.
    private String refusal(String login, String password) {
        var answer = signIn(visitors.guest(), login, password);
        assertThat(answer.status()).isEqualTo(422);
        return answer.text().replace(login, "LOGIN").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private int sessionsOf(Visitors.Household household) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :id")
                .param("id", household.id().toString())
                .query(Integer.class)
                .single();
    }
}
