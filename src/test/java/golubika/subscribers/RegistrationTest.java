package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RegistrationTest {

    private static final String OTHER_PASSWORD = "cloud8";

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Unconfirmed unconfirmed;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String login = Visitors.freshLogin();

    @Test
    void the_page_afterwards_names_the_address_and_the_last_day() {
        var visitor = visitors.guest();

        assertThat(register(visitor, login, Visitors.PASSWORD).location()).isEqualTo("/register/done");
        assertThat(visitor.get("/register/done").text())
                .contains(login, "Ссылка действительна", "до 20.12.2026", "Возврат к странице авторизации");
        assertThat(visitor.cookies()).doesNotContainKey("golubika");
        assertThat(mailbox.of(login).getFirst().body()).contains("до 20.12.2026");
    }

    @Test
    void opening_the_link_confirms_nothing_pressing_the_button_does_and_twice_does_no_harm() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var link = mailbox.of(login).getFirst().linkPath();
        var visitor = visitors.guest();

        visitor.get(link);
        visitor.head(link);
        assertThat(signIn(login, Visitors.PASSWORD)).isEqualTo("/confirm");

        var password = Map.of("password", Visitors.PASSWORD);
        assertThat(visitor.post(link, password).location()).isEqualTo("/consent");
        assertThat(visitor.post(link, password).location()).isEqualTo("/consent");
        assertThat(visitors.guest().get(link).text()).contains("Почта подтверждена");
        assertThat(visitors.guest().post(link, password).text()).contains("Почта подтверждена");
        assertThat(signIn(login, Visitors.PASSWORD)).isEqualTo("/consent");
    }

    @Test
    void in_the_browser_that_registered_one_button_confirms_and_lets_in() {
        var visitor = visitors.guest();
        register(visitor, login, Visitors.PASSWORD);
        var link = mailbox.of(login).getFirst().linkPath();

        assertThat(visitor.get(link).text()).contains("Подтвердить регистрацию").doesNotContain("name=\"password\"");
        assertThat(visitor.post(link, Map.of()).location()).isEqualTo("/consent");
        assertThat(visitor.get("/consent").status()).isEqualTo(200);
        assertThat(visitor.cookies()).doesNotContainKey("golubika-attempt");
    }

    @Test
    void in_another_browser_the_password_of_registration_is_asked_for() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var link = mailbox.of(login).getFirst().linkPath();
        var visitor = visitors.guest();

        assertThat(visitor.get(link).text())
                .contains("Введите пароль, который вы указали при регистрации", "Подтвердить регистрацию");
        assertThat(visitor.post(link, Map.of()).status()).isEqualTo(422);
        assertThat(visitor.post(link, Map.of("password", OTHER_PASSWORD)).text())
                .contains("e-pass", "Пароль не подошёл");
        assertThat(signIn(login, Visitors.PASSWORD)).isEqualTo("/confirm");

        assertThat(visitor.post(link, Map.of("password", Visitors.PASSWORD)).location())
                .isEqualTo("/consent");
        assertThat(visitor.get("/consent").status()).isEqualTo(200);
    }

    @Test
    void passwords_behind_a_link_are_not_guessed_for_long() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var link = mailbox.of(login).getFirst().linkPath();
        for (var i = 0; i < 10; i++) {
            assertThat(visitors.guest()
                            .post(link, Map.of("password", OTHER_PASSWORD))
                            .text())
                    .contains("Пароль не подошёл");
        }
        var right = Map.of("password", Visitors.PASSWORD);

        assertThat(visitors.guest().post(link, right).text()).contains("Слишком много попыток");
        clock.pass(Duration.ofMinutes(5));
        assertThat(visitors.guest().post(link, right).location()).isEqualTo("/consent");
    }

    @Test
    void who_registers_anothers_address_gets_nothing_from_the_click_of_its_owner() {
        var owner = visitors.guest();
        register(owner, login, Visitors.PASSWORD);
        var owners = mailbox.of(login).getFirst().linkPath();
        clock.pass(Duration.ofMinutes(1));
        var thief = visitors.guest();
        register(thief, login, OTHER_PASSWORD);
        var thiefs = mailbox.of(login).getFirst().linkPath();
        thief.post("/login", Map.of("login", login, "password", OTHER_PASSWORD));

        assertThat(owner.post(thiefs, Map.of()).status()).isEqualTo(422);
        assertThat(owner.post(thiefs, Map.of("password", Visitors.PASSWORD)).text())
                .contains("откройте ссылку из другого.");
        assertThat(thief.get("/consent").location()).isEqualTo("/confirm");
        assertThat(signIn(login, Visitors.PASSWORD)).isEqualTo("/confirm");

        assertThat(owner.post(owners, Map.of()).location()).isEqualTo("/consent");
        assertThat(thief.get("/confirm").location()).isEqualTo("/login");
        assertThat(thief.get(thiefs).status()).isEqualTo(404);
        assertThat(signIn(login, OTHER_PASSWORD)).isEmpty();
    }

    @Test
    void who_loses_the_cabinet_while_asking_is_led_to_the_sign_in() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var visitor = visitors.guest();
        visitor.post("/login", Map.of("login", login, "password", Visitors.PASSWORD));
        jdbc.sql("delete from subscriber where login = :login")
                .param("login", login)
                .update();

        assertThat(visitor.post("/confirm/resend", Map.of()).location()).isEqualTo("/login");
        assertThat(visitor.get("/login").status()).isEqualTo(200);
    }

    @Test
    void correcting_the_address_and_confirming_at_once_never_wait_for_each_other_in_a_circle() throws Exception {
        for (var i = 0; i < 20; i++) {
            var typed = Visitors.freshLogin();
            var visitor = visitors.guest();
            register(visitor, typed, Visitors.PASSWORD);
            var link = mailbox.of(typed).getFirst().linkPath();
            visitor.post("/login", Map.of("login", typed, "password", Visitors.PASSWORD));
            var elsewhere = visitors.guest();
            Callable<Integer> correct = () -> visitor.post("/confirm/address", Map.of("login", Visitors.freshLogin()))
                    .status();
            Callable<Integer> confirm = () ->
                    elsewhere.post(link, Map.of("password", Visitors.PASSWORD)).status();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(List.of(correct, confirm))) {
                    assertThat(answer.get()).isIn(302, 404);
                }
            }
        }
    }

    @Test
    void who_is_signed_in_already_goes_on_from_the_link_at_once() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var visitor = visitors.guest();
        visitor.post("/login", Map.of("login", login, "password", Visitors.PASSWORD));

        assertThat(visitor.post(mailbox.of(login).getFirst().linkPath(), Map.of())
                        .location())
                .isEqualTo("/consent");
        assertThat(visitor.get("/consent").status()).isEqualTo(200);
    }

    @Test
    void of_several_attempts_the_confirmed_one_wins_and_the_others_are_discarded_with_their_sessions() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var first = mailbox.of(login).getFirst().linkPath();
        clock.pass(Duration.ofMinutes(1));
        register(visitors.guest(), login, OTHER_PASSWORD);
        var second = mailbox.of(login).getFirst().linkPath();
        var stranger = visitors.guest();
        stranger.post("/login", Map.of("login", login, "password", OTHER_PASSWORD));
        assertThat(stranger.get("/confirm").status()).isEqualTo(200);

        visitors.guest().post(first, Map.of("password", Visitors.PASSWORD));

        assertThat(stranger.get("/confirm").location()).isEqualTo("/login");
        assertThat(visitors.guest().post(second, Map.of()).status()).isEqualTo(404);
        assertThat(signIn(login, OTHER_PASSWORD)).isEmpty();
        assertThat(signIn(login, Visitors.PASSWORD)).isEqualTo("/consent");
    }

    @Test
    void a_login_that_is_taken_looks_the_same_from_outside_and_only_its_owner_learns_of_it() {
        var household = visitors.household();
        var known = visitors.guest();
        var unknown = visitors.guest();

        var toKnown = register(known, household.login(), OTHER_PASSWORD);
        var toUnknown = register(unknown, login, OTHER_PASSWORD);

        assertThat(toKnown.status()).isEqualTo(toUnknown.status());
        assertThat(toKnown.location()).isEqualTo(toUnknown.location());
        assertThat(page(known, "/register/done", household.login())).isEqualTo(page(unknown, "/register/done", login));
        assertThat(enter(known, household.login()))
                .isEqualTo(enter(unknown, login))
                .isEqualTo("/confirm");
        assertThat(page(known, "/confirm", household.login())).isEqualTo(page(unknown, "/confirm", login));
        assertThat(known.post("/confirm/resend", Map.of()).location())
                .isEqualTo(unknown.post("/confirm/resend", Map.of()).location());

        assertThat(mailbox.of(household.login()))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.subject()).isEqualTo("У вас уже есть личный кабинет"))
                .allSatisfy(letter -> assertThat(letter.linkPath()).isEqualTo("/login"));
        assertThat(signIn(household.login(), Visitors.PASSWORD)).isEqualTo("/");
    }

    @Test
    void a_mistyped_address_can_be_put_right_and_its_old_link_is_worth_nothing() {
        var mistyped = Visitors.freshLogin();
        register(visitors.guest(), mistyped, Visitors.PASSWORD);
        var visitor = visitors.guest();
        visitor.post("/login", Map.of("login", mistyped, "password", Visitors.PASSWORD));

        assertThat(visitor.post("/confirm/address", Map.of("login", "vera.example.com"))
                        .text())
                .contains("Не хватает знака @");
        assertThat(visitor.post("/confirm/address", Map.of("login", login)).location())
                .isEqualTo("/confirm?sent");

        assertThat(visitor.get("/confirm").text()).contains(login).doesNotContain(mistyped);
        assertThat(visitors.guest()
                        .get(mailbox.of(mistyped).getFirst().linkPath())
                        .status())
                .isEqualTo(404);
        assertThat(visitors.guest()
                        .post(mailbox.of(login).getFirst().linkPath(), Map.of("password", Visitors.PASSWORD))
                        .location())
                .isEqualTo("/consent");
        assertThat(signIn(mistyped, Visitors.PASSWORD)).isEmpty();
        assertThat(signIn(login, Visitors.PASSWORD)).isEqualTo("/consent");
    }

    @Test
    void the_link_is_good_through_its_last_day_and_no_longer() {
        register(visitors.guest(), login, Visitors.PASSWORD);
        var link = mailbox.of(login).getFirst().linkPath();

        clock.set(Instant.parse("2026-12-20T23:59:59Z"));
        assertThat(visitors.guest().get(link).text()).contains("Подтвердить регистрацию");
        clock.set(Instant.parse("2026-12-21T00:00:00Z"));
        assertThat(visitors.guest().post(link, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void where_no_sms_leaves_phones_are_not_offered() {
        var visitor = visitors.guest();

        assertThat(visitor.get("/register").text()).contains("E-mail (логин)").doesNotContain("Телефон или");
        assertThat(register(visitor, "+7 900 123-45-67", Visitors.PASSWORD).text())
                .contains("По телефону здесь не регистрируются");
    }

    @Test
    void an_unknown_link_tells_what_to_do() {
        var answer = visitors.guest().get("/confirm/" + "A".repeat(43));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Ссылка не работает", "Выслать ссылку", "/register");
    }

    @Test
    void after_its_day_an_unconfirmed_cabinet_is_deleted_and_no_other() {
        var confirmed = visitors.household();
        register(visitors.guest(), login, Visitors.PASSWORD);
        var visitor = visitors.guest();
        visitor.post("/login", Map.of("login", login, "password", Visitors.PASSWORD));

        clock.set(Instant.parse("2026-12-20T23:59:59Z"));
        unconfirmed.deleteLate();
        assertThat(rowsOf(login)).isPositive();

        clock.set(Instant.parse("2026-12-21T00:00:00Z"));
        assertThat(unconfirmed.deleteLate()).isPositive();
        assertThat(rowsOf(login)).isZero();
        assertThat(visitor.get("/confirm").location()).isEqualTo("/login");
        assertThat(signIn(confirmed.login(), Visitors.PASSWORD)).isEqualTo("/");
    }

    @Test
    void one_address_gets_only_so_many_letters_whoever_asks() {
        var outcomes = IntStream.range(0, 6)
                .mapToObj(i ->
                        register(visitors.guest(), login, Visitors.PASSWORD).status())
                .toList();

        assertThat(outcomes).isEqualTo(List.of(302, 302, 302, 302, 302, 422));
        assertThat(mailbox.of(login)).hasSize(5);
    }

    @Test
    void the_user_agreement_is_noted_as_accepted_and_nothing_else() {
        register(visitors.guest(), login, Visitors.PASSWORD);

        assertThat(jdbc.sql("""
                select document from consent join subscriber using (subscriber_id) where subscriber.login = :login
                """).param("login", login).query(String.class).list())
                .containsExactly("AGREEMENT");
    }

    @Test
    void neither_the_password_nor_the_links_secret_is_kept() {
        register(visitors.guest(), login, Visitors.PASSWORD);

        assertThat(jdbc.sql(
                                "select password_hash from credential join subscriber using (subscriber_id) where login = :login")
                        .param("login", login)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=3,p=1$");
    }

    private Visitor.Answer register(Visitor visitor, String login, String password) {
        return visitor.post(
                "/register",
                Map.of(
                        "login",
                        login,
                        "password",
                        password,
                        "password2",
                        password,
                        "solution",
                        RobotSolver.solve(visitor)));
    }

    /// Where signing in leads; empty when it fails.
    private String signIn(String login, String password) {
        return visitors.guest()
                .post("/login", Map.of("login", login, "password", password))
                .location();
    }

    private static String enter(Visitor visitor, String login) {
        return visitor.post("/login", Map.of("login", login, "password", OTHER_PASSWORD))
                .location();
    }

    /// A page without what differs from visitor to visitor.
    private static String page(Visitor visitor, String path, String login) {
        return visitor.get(path).text().replace(login, "LOGIN").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private int rowsOf(String login) {
        return jdbc.sql("""
                select (select count(*) from login where login = :login)
                    + (select count(*) from subscriber where login = :login)
                    + (select count(*) from confirmation where login = :login)
                """).param("login", login).query(Integer.class).single();
    }
}
