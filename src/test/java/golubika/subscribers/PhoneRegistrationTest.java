package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PhoneNetwork;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Registering by phone.
@PortalTest
@Import(PhoneNetwork.class)
class PhoneRegistrationTest {

    private static final String OTHER_PASSWORD = "cloud8";

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Unconfirmed unconfirmed;

    @Autowired
    Subscribers subscribers;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String phone = PhoneNetwork.freshPhone();

    @Test
    void the_code_of_the_sms_confirms_and_lets_in() {
        var visitor = visitors.guest();

        assertThat(register(visitor, phone).location()).isEqualTo("/confirm");
        assertThat(visitor.get("/confirm").text())
                .contains("Введите код из", Login.of(phone).printed(), "до 20.12.2026", "one-time-code")
                .contains("inputmode=\"numeric\"", "Возврат к странице авторизации");
        assertThat(type(visitor, code(phone)).location()).isEqualTo("/consent");
        assertThat(visitor.get("/consent").status()).isEqualTo(200);
        assertThat(visitor.cookies()).doesNotContainKey("golubika-attempt");
        assertThat(signIn(phone, Visitors.PASSWORD)).isEqualTo("/consent");
    }

    @Test
    void the_link_of_the_sms_confirms_the_same_cabinet() {
        var visitor = visitors.guest();
        register(visitor, phone);
        var link = mailbox.of(phone).getFirst().linkPath();

        assertThat(visitors.guest().get(link).text()).contains("это ваш номер", "name=\"password\"");
        assertThat(visitors.guest().post(link, Map.of()).status()).isEqualTo(422);
        assertThat(visitor.post(link, Map.of()).location()).isEqualTo("/consent");
        assertThat(visitors.guest().get(link).text()).contains("Номер подтверждён");
        assertThat(type(visitors.guest(), code(phone)).location()).isEqualTo("/login");
    }

    @Test
    void the_sms_fits_two_parts_warns_and_can_be_filled_in_by_the_browser() {
        register(visitors.guest(), phone);
        var sms = mailbox.of(phone).getFirst();

        assertThat(sms.code()).matches("[0-9]{6}");
        assertThat(sms.body())
                .contains(sms.code(), sms.link(), "Никому его не сообщайте")
                .endsWith("\n@localhost #" + sms.code())
                .hasSizeLessThanOrEqualTo(SmsText.TWO_PARTS);
    }

    @ParameterizedTest
    @CsvSource({"8 (999) , 8", "+7 999 , +7"})
    void the_phone_signs_in_however_it_is_spelled(String spelled, String prefix) {
        subscribers.open(Login.of(phone), Visitors.PASSWORD);

        assertThat(signIn(spelled + phone.substring(5), Visitors.PASSWORD)).isEqualTo("/");
        assertThat(signIn(prefix + phone.substring(2), Visitors.PASSWORD)).isEqualTo("/");
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_is_refused_until_another_is_sent() {
        var visitor = visitors.guest();
        register(visitor, phone);
        var code = code(phone);
        var wrong = code.equals("000000") ? "000001" : "000000";

        assertThat(type(visitor, "12345").text()).contains("шесть цифр");
        for (var left = 4; left > 0; left--) {
            assertThat(type(visitor, wrong).text()).contains("Осталось попыток: " + left);
        }
        assertThat(type(visitor, wrong).text()).contains("попыток больше нет");
        assertThat(type(visitor, code).text()).contains("больше не действует");

        clock.pass(Duration.ofMinutes(1));
        assertThat(visitor.post("/confirm/resend", Map.of()).location()).isEqualTo("/confirm?sent");
        assertThat(type(visitor, code(phone)).location()).isEqualTo("/consent");
    }

    @Test
    void a_code_is_good_for_ten_minutes_and_its_cabinet_for_thirty_days() {
        var visitor = visitors.guest();
        register(visitor, phone);
        var code = code(phone);

        clock.pass(Duration.ofMinutes(10));
        assertThat(type(visitor, code).text()).contains("больше не действует");

        clock.set(Instant.parse("2026-12-20T23:59:59Z"));
        unconfirmed.deleteLate();
        var later = visitors.guest();
        assertThat(enter(later, phone)).isEqualTo("/confirm");
        later.post("/confirm/resend", Map.of());
        assertThat(type(later, code(phone)).location()).isEqualTo("/consent");
    }

    @Test
    void after_its_day_the_cabinet_is_deleted_with_its_code() {
        register(visitors.guest(), phone);
        var attempt = jdbc.sql("select subscriber_id from subscriber where login = :login")
                .param("login", phone)
                .query(UUID.class)
                .single();

        clock.set(Instant.parse("2026-12-21T00:00:00Z"));
        assertThat(unconfirmed.deleteLate()).isPositive();

        assertThat(jdbc.sql("""
                select (select count(*) from login where login = :login)
                    + (select count(*) from one_time_code where deed_id = :attempt)
                """)
                        .param("login", phone)
                        .param("attempt", attempt)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(signIn(phone, Visitors.PASSWORD)).isEmpty();
    }

    @Test
    void the_next_sms_waits_a_minute_and_the_page_says_how_long() {
        var visitor = visitors.guest();
        register(visitor, phone);

        assertThat(visitor.get("/confirm").text()).contains("можно выслать через", ">1:00<");
        clock.pass(Duration.ofSeconds(18));
        assertThat(visitor.get("/confirm").text()).contains(">0:42<");
        assertThat(visitor.post("/confirm/resend", Map.of()).text()).contains("можно выслать через 0:42");
        assertThat(register(visitors.guest(), phone).text()).contains("можно выслать через 0:42");
        assertThat(mailbox.of(phone)).hasSize(1);

        clock.pass(Duration.ofSeconds(42));
        assertThat(visitor.get("/confirm").text()).contains("Можно выслать новый код");
        assertThat(visitor.post("/confirm/resend", Map.of()).location()).isEqualTo("/confirm?sent");
        assertThat(mailbox.of(phone)).hasSize(2);
    }

    @Test
    void one_phone_gets_only_so_many_sms_whoever_asks() {
        var sent = IntStream.range(0, 7)
                .mapToObj(i -> {
                    clock.pass(Duration.ofMinutes(1));
                    return register(visitors.guest(), phone);
                })
                .toList();

        assertThat(sent).filteredOn(answer -> answer.status() == 302).hasSize(6);
        assertThat(sent.getLast().text()).contains("уже ушло несколько СМС");
        assertThat(mailbox.of(phone)).hasSize(6);
    }

    @Test
    void one_network_guesses_only_so_many_codes() {
        var visitor = visitors.guest();
        register(visitor, phone);

        var answers = IntStream.range(0, 61)
                .mapToObj(i -> type(visitor, "999999").text())
                .toList();

        assertThat(answers.getLast()).contains("Слишком много попыток");
    }

    @Test
    void a_code_is_worth_nothing_outside_of_the_session_of_its_attempt() {
        register(visitors.guest(), phone);
        clock.pass(Duration.ofMinutes(1));
        var thief = visitors.guest();
        register(thief, phone, OTHER_PASSWORD);
        var thiefs = code(phone);

        // The owner reads both messages, and types the wrong one in the owner's own session.
        clock.pass(Duration.ofMinutes(1));
        var owner = visitors.guest();
        assertThat(enter(owner, phone)).isEqualTo("/confirm");
        owner.post("/confirm/resend", Map.of());
        var owners = code(phone);
        if (!thiefs.equals(owners)) {
            assertThat(type(owner, thiefs).status()).isEqualTo(422);
        }
        assertThat(type(visitors.guest(), owners).location()).isEqualTo("/login");

        assertThat(type(owner, owners).location()).isEqualTo("/consent");
        assertThat(thief.get("/confirm").location()).isEqualTo("/login");
        assertThat(signIn(phone, OTHER_PASSWORD)).isEmpty();
    }

    @Test
    void a_phone_that_is_taken_looks_the_same_does_the_same_work_and_only_its_owner_learns_of_it() {
        var taken = PhoneNetwork.freshPhone();
        subscribers.open(Login.of(taken), Visitors.PASSWORD);
        var known = visitors.guest();
        var unknown = visitors.guest();

        var toKnown = register(known, taken, OTHER_PASSWORD);
        var toUnknown = register(unknown, phone, OTHER_PASSWORD);

        assertThat(toKnown.status()).isEqualTo(toUnknown.status());
        assertThat(toKnown.location()).isEqualTo(toUnknown.location());
        assertThat(page(known, taken)).isEqualTo(page(unknown, phone));
        assertThat(mistype(known, taken)).isEqualTo(mistype(unknown, phone));
        assertThat(rows(taken)).isEqualTo(rows(phone)).isEqualTo("1 code, 1 link, 1 message");
        assertThat(mailbox.of(taken).getFirst().body()).contains("уже есть кабинет");
        assertThat(mailbox.of(taken).getFirst().code()).isNull();
        assertThat(signIn(taken, Visitors.PASSWORD)).isEqualTo("/");
    }

    @Test
    void a_mistyped_phone_is_put_right_and_what_went_to_it_confirms_nothing() {
        var mistyped = PhoneNetwork.freshPhone();
        var visitor = visitors.guest();
        register(visitor, mistyped);
        var old = mailbox.of(mistyped).getFirst();

        assertThat(correct(visitor, "8 999 123").text()).contains("после +7 нужно 10, набрано 6");
        assertThat(correct(visitor, phone).location()).isEqualTo("/confirm?sent");

        assertThat(visitor.get("/confirm").text())
                .contains(Login.of(phone).printed())
                .doesNotContain(Login.of(mistyped).printed());
        assertThat(visitors.guest().get(old.linkPath()).status()).isEqualTo(404);
        if (!old.code().equals(code(phone))) {
            assertThat(type(visitor, old.code()).status()).isEqualTo(422);
        }
        assertThat(type(visitor, code(phone)).location()).isEqualTo("/consent");
        assertThat(signIn(mistyped, Visitors.PASSWORD)).isEmpty();
        assertThat(signIn(phone, Visitors.PASSWORD)).isEqualTo("/consent");
    }

    @Test
    void who_began_with_a_phone_may_go_on_with_an_address_and_back() {
        var address = Visitors.freshLogin();
        var visitor = visitors.guest();
        register(visitor, phone);
        var code = code(phone);

        assertThat(correct(visitor, address).location()).isEqualTo("/confirm?sent");
        assertThat(visitor.get("/confirm").text()).contains("Подтвердите почту", address);
        assertThat(type(visitor, code).status()).isEqualTo(422);
        clock.pass(Duration.ofMinutes(1));
        assertThat(correct(visitor, phone).location()).isEqualTo("/confirm?sent");
        assertThat(type(visitor, code(phone)).location()).isEqualTo("/consent");
        assertThat(signIn(address, Visitors.PASSWORD)).isEmpty();
    }

    @Test
    void codes_are_kept_under_the_portals_key_alone() {
        register(visitors.guest(), phone);
        var code = code(phone);

        var kept = jdbc.sql("""
                select code_hash from one_time_code join subscriber on subscriber_id = deed_id where login = :login
                """).param("login", phone).query(byte[].class).single();

        assertThat(kept).hasSize(32).isNotEqualTo(golubika.values.Sha256.of(code));
    }

    @Test
    void a_landline_and_a_foreign_number_are_told_apart_at_the_field() {
        assertThat(register(visitors.guest(), "8 495 123-45-67").text()).contains("не сотовый");
        assertThat(register(visitors.guest(), "+49 30 123456").text()).contains("российские номера");
        assertThat(register(visitors.guest(), "vera.example.com").text()).contains("Это не номер телефона");
    }

    private Visitor.Answer register(Visitor visitor, String login) {
        return register(visitor, login, Visitors.PASSWORD);
    }

    private static Visitor.Answer register(Visitor visitor, String login, String password) {
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

    private static Visitor.Answer type(Visitor visitor, String code) {
        return visitor.post("/confirm/code", Map.of("code", code));
    }

    private static Visitor.Answer correct(Visitor visitor, String login) {
        return visitor.post("/confirm/address", Map.of("login", login));
    }

    private String code(String phone) {
        return mailbox.of(phone).getFirst().code();
    }

    private static String enter(Visitor visitor, String login) {
        return visitor.post("/login", Map.of("login", login, "password", Visitors.PASSWORD))
                .location();
    }

    private String signIn(String login, String password) {
        return visitors.guest()
                .post("/login", Map.of("login", login, "password", password))
                .location();
    }

    /// The page without what differs from visitor to visitor.
    private static String page(Visitor visitor, String phone) {
        return plain(visitor.get("/confirm"), phone);
    }

    private static String mistype(Visitor visitor, String phone) {
        return plain(type(visitor, "999999"), phone);
    }

    private static String plain(Visitor.Answer answer, String phone) {
        return answer.text()
                .replace(Login.of(phone).printed(), "PHONE")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String rows(String login) {
        return jdbc.sql("""
                select (select count(*) from one_time_code join subscriber on subscriber_id = deed_id
                        where subscriber.login = :login) || ' code, '
                    || (select count(*) from confirmation where login = :login) || ' link, '
                    || (select count(*) from outbox_message where recipient = :login) || ' message'
                """).param("login", login).query(String.class).single();
    }
}
