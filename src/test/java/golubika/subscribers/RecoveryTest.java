package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RecoveryTest {

    private static final Map<String, String> FRESH = Map.of("new", "fresh8", "new2", "fresh8");

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Recovery recovery;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_mailed_link_sets_a_new_password_once_and_ends_every_session() {
        var household = visitors.household();
        var inside = visitors.signedIn(household);
        var link = link(household.login());
        var visitor = visitors.guest();

        assertThat(visitor.get(link).text()).contains("Новый пароль", household.login(), "от 5 до 10 символов");
        assertThat(visitor.post(link, FRESH).location()).isEqualTo("/login?renewed");

        assertThat(visitor.get("/login?renewed").text()).contains("Войдите с новым паролем");
        assertThat(inside.get("/settings").location()).startsWith("/login");
        assertThat(signIn(household.login(), Visitors.PASSWORD)).isEmpty();
        assertThat(signIn(household.login(), "fresh8")).isEqualTo("/");
        assertThat(mailbox.of(household.login()))
                .anySatisfy(letter -> assertThat(letter.body()).contains("только что изменили по ссылке"));
        assertThat(visitor.post(link, FRESH).status()).isEqualTo(404);
    }

    @Test
    void opening_the_link_uses_nothing_up_and_a_mistake_neither() {
        var household = visitors.household();
        var link = link(household.login());
        var visitor = visitors.guest();

        visitor.head(link);
        assertThat(visitor.get(link).status()).isEqualTo(200);
        assertThat(visitor.post(link, Map.of("new", "ягода7", "new2", "ягода7")).text())
                .contains("e-new", "русские буквы");
        assertThat(visitor.post(link, Map.of("new", "fresh8", "new2", "fresh9")).text())
                .contains("e-new2", "не совпадают");
        assertThat(signIn(household.login(), Visitors.PASSWORD)).isEqualTo("/");

        assertThat(visitor.post(link, FRESH).location()).isEqualTo("/login?renewed");
    }

    @Test
    void the_link_is_good_for_an_hour() {
        var household = visitors.household();
        var link = link(household.login());

        clock.pass(Recovery.GOOD_FOR.minusSeconds(1));
        assertThat(visitors.guest().get(link).status()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));

        assertThat(visitors.guest().get(link).text()).contains("Ссылка не работает", "Прежний пароль не изменился");
        assertThat(visitors.guest().post(link, FRESH).status()).isEqualTo(404);
        assertThat(signIn(household.login(), Visitors.PASSWORD)).isEqualTo("/");
        assertThat(recovery.forgetOld()).isPositive();
    }

    @Test
    void using_one_link_or_changing_the_password_makes_the_others_worthless() {
        var household = visitors.household();
        var first = link(household.login());
        clock.pass(Duration.ofMinutes(1));
        var second = link(household.login());

        assertThat(visitors.guest().post(second, FRESH).location()).isEqualTo("/login?renewed");
        assertThat(visitors.guest().get(first).status()).isEqualTo(404);

        clock.pass(Duration.ofMinutes(1));
        var third = link(household.login());
        var inside = visitors.guest();
        inside.post("/login", Map.of("login", household.login(), "password", "fresh8"));
        inside.post("/settings/password", Map.of("old", "fresh8", "new", "other9", "new2", "other9"));
        assertThat(visitors.guest().post(third, FRESH).status()).isEqualTo(404);
    }

    @Test
    void of_two_links_followed_at_once_one_sets_the_password() throws Exception {
        var household = visitors.household();
        var first = link(household.login());
        clock.pass(Duration.ofMinutes(1));
        var second = link(household.login());
        var one = visitors.guest();
        var other = visitors.guest();
        Callable<Integer> here = () -> one.post(first, FRESH).status();
        Callable<Integer> there = () -> other.post(second, FRESH).status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(here, there)).stream().map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .containsExactlyInAnyOrder(302, 404);
        }
    }

    @Test
    void the_answer_and_the_work_are_the_same_whether_or_not_anybody_owns_the_login() {
        var household = visitors.household();
        var unknown = Visitors.freshLogin();

        assertThat(asked(household.login())).isEqualTo(asked(unknown));
        assertThat(rows(household.login())).isEqualTo(rows(unknown)).isEqualTo("1 link, 1 letter");
        assertThat(mailbox.of(unknown).getFirst().body()).contains("Такого кабинета нет");
        assertThat(mailbox.of(unknown).getFirst().linkPath()).isEqualTo("/register");
    }

    @Test
    void an_attempt_to_register_that_nobody_has_confirmed_cannot_be_recovered() {
        var login = Visitors.freshLogin();
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
        clock.pass(Duration.ofMinutes(1));

        ask(visitors.guest(), login);

        assertThat(mailbox.of(login).getFirst().linkPath()).isEqualTo("/register");
        assertThat(signIn(login, "theirs8")).isEqualTo("/confirm");
    }

    @Test
    void whoever_asks_too_often_has_a_link_that_still_works() {
        var household = visitors.household();
        for (var i = 0; i < 3; i++) {
            assertThat(ask(visitors.guest(), household.login()).location()).isEqualTo("/recover/sent");
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(ask(visitors.guest(), household.login()).text()).contains("Ссылка из последнего ещё действует");
        var last = mailbox.of(household.login()).getFirst().linkPath();
        assertThat(visitors.guest().get(last).status()).isEqualTo(200);

        clock.pass(Duration.ofHours(1));
        assertThat(ask(visitors.guest(), household.login()).location()).isEqualTo("/recover/sent");
    }

    @Test
    void robots_and_mistyped_logins_are_told_so_at_the_field() {
        assertThat(visitors.guest()
                        .post("/recover", Map.of("login", "vera.example.com"))
                        .text())
                .contains("e-login", "Не хватает знака @", "e-human", "Отметьте «Я не робот»");
        assertThat(visitors.guest().get("/recover/sent").location()).isEqualTo("/recover");
    }

    @Test
    void the_address_of_the_link_is_told_to_nobody_and_its_secret_is_kept_hashed() {
        var household = visitors.household();
        var link = link(household.login());
        var answer = visitors.guest().get(link);

        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(visitors.guest().get("/confirm/outdated").header("Referrer-Policy"))
                .isEqualTo("no-referrer");
        assertThat(jdbc.sql("select token_hash from recovery where login = :login")
                        .param("login", household.login())
                        .query(byte[].class)
                        .single())
                .isEqualTo(golubika.values.Sha256.of(link.substring("/recover/".length())));
    }

    @Test
    void who_is_signed_in_need_not_type_the_login() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(visitor.get("/settings").text()).contains("Забыли пароль?");
        assertThat(visitor.get("/recover").text()).contains("value=\"" + household.login() + "\"");
        assertThat(visitors.guest().get("/login").text()).contains("href=\"/recover\"");
    }

    private String link(String login) {
        assertThat(ask(visitors.guest(), login).location()).isEqualTo("/recover/sent");
        return mailbox.of(login).getFirst().linkPath();
    }

    private static Visitor.Answer ask(Visitor visitor, String login) {
        return visitor.post("/recover", Map.of("login", login, "solution", RobotSolver.solve(visitor)));
    }

    /// Both pages, without what differs from visitor to visitor.
    private String asked(String login) {
        var visitor = visitors.guest();
        var answer = ask(visitor, login);
        return answer.status()
                + answer.location()
                + visitor.get("/recover/sent")
                        .text()
                        .replace(login, "LOGIN")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String rows(String login) {
        return jdbc.sql("""
                select (select count(*) from recovery where login = :login) || ' link, '
                    || (select count(*) from outbox_message where recipient = :login) || ' letter'
                """).param("login", login).query(String.class).single();
    }

    /// Where signing in leads; empty when it fails.
    private String signIn(String login, String password) {
        return visitors.guest()
                .post("/login", Map.of("login", login, "password", password))
                .location();
    }
}
