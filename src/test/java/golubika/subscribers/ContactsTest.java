package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PhoneNetwork;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// E-mail and phone of the profile.
@PortalTest
@Import(PhoneNetwork.class)
class ContactsTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Subscribers subscribers;

    @Autowired
    WantedContacts wanted;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String phone = PhoneNetwork.freshPhone();
    private final String address = Visitors.freshLogin();

    @Test
    void a_phone_is_added_by_its_code_and_lets_in_from_then_on() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(want(visitor, phone).location()).isEqualTo("/settings#profile");
        assertThat(visitor.get("/settings").text())
                .contains("Ждём подтверждения", Login.of(phone).printed(), "one-time-code");
        assertThat(signIn(phone)).isEmpty();

        assertThat(type(visitor, code(phone)).location()).isEqualTo("/settings#profile");
        assertThat(visitor.get("/settings").text())
                .contains("Контакт подтверждён", Login.of(phone).printed())
                .doesNotContain("Ждём подтверждения");
        assertThat(signIn(phone)).isEqualTo("/");
        assertThat(signIn(household.login())).isEqualTo("/");
        assertThat(mailbox.of(household.login()))
                .filteredOn(letter -> letter.subject().equals("В кабинет добавлен контакт"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .contains(Login.of(phone).masked())
                        .doesNotContain(phone));
        assertThat(trail(household))
                .contains("subscribers.audit.contact " + Login.of(phone).masked());
    }

    @Test
    void a_new_address_takes_the_place_of_the_old_one_which_learns_of_it_and_sessions_elsewhere_end() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        var elsewhere = visitors.signedIn(household);
        want(visitor, address);

        assertThat(type(visitor, code(address)).location()).isEqualTo("/settings#profile");

        assertThat(visitor.get("/settings").text()).contains(address).doesNotContain(household.login());
        assertThat(elsewhere.get("/settings").status()).isEqualTo(302);
        assertThat(signIn(household.login())).isEmpty();
        assertThat(signIn(address)).isEqualTo("/");
        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Адрес почты в кабинете заменён");
    }

    @Test
    void the_link_of_the_message_works_for_who_asked_and_for_nobody_else() {
        var visitor = visitors.signedIn(visitors.household());
        want(visitor, address);
        var link = mailbox.of(address).getFirst().linkPath();
        var stranger = visitors.signedIn(visitors.household());

        assertThat(visitors.guest().get(link).location()).startsWith("/login?next=");
        assertThat(stranger.get(link).status()).isEqualTo(404);
        assertThat(stranger.post(link, Map.of()).status()).isEqualTo(404);
        assertThat(signIn(address)).isEmpty();

        assertThat(visitor.get(link).text()).contains("Подтвердите контакт", address);
        assertThat(signIn(address)).isEmpty();
        assertThat(visitor.post(link, Map.of()).location()).isEqualTo("/settings#profile");
        assertThat(signIn(address)).isEqualTo("/");
        assertThat(visitor.get(link).status()).isEqualTo(404);
    }

    @Test
    void the_own_password_is_needed() {
        var visitor = visitors.signedIn(visitors.household());

        assertThat(want(visitor, phone, "").text()).contains("Наберите пароль, с которым вошли");
        assertThat(want(visitor, phone, "wrong7").text())
                .contains("Текущий пароль не подошёл")
                .contains("value=\"" + phone + "\"");
        for (var i = 0; i < 4; i++) {
            want(visitor, phone, "wrong7");
        }
        assertThat(want(visitor, phone).text()).contains("Слишком много попыток");
        assertThat(mailbox.of(phone)).isEmpty();
    }

    @Test
    void a_contact_of_another_cabinet_answers_the_same_and_only_its_owner_learns_of_it() {
        var owner = visitors.household();
        var known = visitors.signedIn(visitors.household());
        var unknown = visitors.signedIn(visitors.household());

        var toKnown = want(known, owner.login());
        var toUnknown = want(unknown, address);

        assertThat(toKnown.location()).isEqualTo(toUnknown.location());
        assertThat(profile(known.get("/settings"), owner.login()))
                .isEqualTo(profile(unknown.get("/settings"), address));
        assertThat(profile(type(known, "999999"), owner.login())).isEqualTo(profile(type(unknown, "999999"), address));
        assertThat(mailbox.of(owner.login())).hasSize(1);
        assertThat(mailbox.of(owner.login()).getFirst().subject())
                .isEqualTo("Ваш адрес хотели добавить в другой кабинет");
        assertThat(mailbox.of(owner.login()).getFirst().code()).isNull();
        assertThat(signIn(owner.login())).isEqualTo("/");
    }

    @Test
    void of_two_cabinets_that_want_one_contact_the_first_to_confirm_has_it() {
        var first = visitors.signedIn(visitors.household());
        var second = visitors.signedIn(visitors.household());
        want(first, address);
        var firsts = code(address);
        clock.pass(Duration.ofMinutes(1));
        want(second, address);
        var seconds = code(address);

        assertThat(type(first, firsts).location()).isEqualTo("/settings#profile");
        assertThat(type(second, seconds).text()).contains("уже подтвердили в другом кабинете");
    }

    @Test
    void a_strangers_attempt_to_register_the_contact_is_discarded_when_it_is_confirmed() {
        var stranger = visitors.guest();
        register(stranger, phone);
        assertThat(stranger.get("/confirm").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        var visitor = visitors.signedIn(visitors.household());
        want(visitor, phone);

        type(visitor, code(phone));

        assertThat(stranger.get("/confirm").location()).isEqualTo("/login");
        assertThat(signIn(phone, "cloud8")).isEmpty();
    }

    @Test
    void wrong_and_old_codes_are_refused_and_another_is_sent_after_a_minute() {
        var visitor = visitors.signedIn(visitors.household());
        want(visitor, phone);
        var code = code(phone);
        var wrong = code.equals("000000") ? "000001" : "000000";

        assertThat(type(visitor, wrong).text()).contains("Осталось попыток: 4");
        assertThat(visitor.post("/settings/contacts/resend", Map.of()).text()).contains("можно выслать через 1:00");
        clock.pass(Duration.ofMinutes(10));
        assertThat(type(visitor, code).text()).contains("больше не действует");
        assertThat(visitor.post("/settings/contacts/resend", Map.of()).location())
                .isEqualTo("/settings#profile");
        assertThat(type(visitor, code(phone)).location()).isEqualTo("/settings#profile");
    }

    @Test
    void what_is_wanted_can_be_given_up_and_is_forgotten_after_a_day() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        want(visitor, phone);
        var code = code(phone);
        visitor.post("/settings/contacts/cancel", Map.of());
        assertThat(visitor.get("/settings").text()).doesNotContain("Ждём подтверждения");
        assertThat(type(visitor, code).status()).isEqualTo(422);

        want(visitor, address);
        clock.pass(Duration.ofDays(1));
        assertThat(visitor.get(mailbox.of(address).getFirst().linkPath()).status())
                .isEqualTo(404);
        wanted.forgetOld();
        assertThat(jdbc.sql("select count(*) from contact_change where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void one_of_two_contacts_can_be_removed_even_the_login_but_never_the_last() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        assertThat(remove(visitor, Login.Kind.MAIL).location()).isEqualTo("/settings#profile");
        assertThat(visitor.get("/settings").text()).contains("Удалять нечего");
        want(visitor, phone);
        visitor.get("/settings");
        type(visitor, code(phone));
        visitor.get("/settings");
        clock.pass(Duration.ofMinutes(1));

        assertThat(remove(visitor, Login.Kind.MAIL).location()).isEqualTo("/settings#profile");

        assertThat(visitor.get("/settings").text()).contains("Контакт удалён: " + household.login());
        assertThat(signIn(household.login())).isEmpty();
        assertThat(signIn(phone)).isEqualTo("/");
        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Адрес почты удалён из кабинета");
        assertThat(remove(visitor, Login.Kind.PHONE).location()).isEqualTo("/settings#profile");
        assertThat(visitor.get("/settings").text()).contains("Удалять нечего");
        assertThat(signIn(phone)).isEqualTo("/");
    }

    @Test
    void after_a_change_of_contact_the_device_is_still_known_and_strangers_still_cause_a_notice() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        want(visitor, address);
        type(visitor, code(address));
        visitor.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));

        assertThat(visitor.get("/settings").text()).contains("Linux, Firefox", "Это вы");
        assertThat(jdbc.sql("select count(*) from known_device where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(signIn(address, "fresh8")).isEqualTo("/");
        assertThat(mailbox.of(address).getFirst().subject()).isEqualTo("Вход с нового устройства");
    }

    @Test
    void whatever_a_thief_changes_every_contact_learns_of_it() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        want(visitor, phone);
        type(visitor, code(phone));

        want(visitor, address);
        type(visitor, code(address));
        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Адрес почты в кабинете заменён");
        assertThat(newestSms()).contains("заменён на " + Login.of(address).masked());

        visitor.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));
        assertThat(mailbox.of(address).getFirst().subject()).isEqualTo("Пароль изменён");
        assertThat(newestSms()).contains("пароль изменён");

        visitor.post("/deletion", Map.of("password", "fresh8"));
        assertThat(mailbox.of(address).getFirst().subject()).isEqualTo("Личный кабинет будет удалён");
        assertThat(newestSms()).contains("кабинет будет удалён");

        visitor.post("/settings/contacts/remove", Map.of("kind", "MAIL", "password", "fresh8"));
        assertThat(mailbox.of(address).getFirst().subject()).isEqualTo("Адрес почты удалён из кабинета");
        assertThat(newestSms()).contains(Login.of(address).masked() + " удалён");
    }

    private String newestSms() {
        var body = mailbox.of(phone).getFirst().body();
        assertThat(body).hasSizeLessThanOrEqualTo(SmsText.TWO_PARTS);
        return body;
    }

    @Test
    void the_own_contact_is_no_new_one() {
        var household = visitors.household();

        assertThat(want(visitors.signedIn(household), household.login()).text())
                .contains("Этот контакт у вас уже есть");
    }

    @Test
    void a_password_is_recovered_by_the_second_contact_too() {
        var visitor = visitors.signedIn(visitors.household());
        want(visitor, phone);
        type(visitor, code(phone));
        clock.pass(Duration.ofMinutes(1));

        var guest = visitors.guest();
        guest.post("/recover", Map.of("login", phone, "solution", RobotSolver.solve(guest)));
        assertThat(guest.get("/recover/sent").text())
                .contains("Загляните в СМС", Login.of(phone).printed());
        var sms = mailbox.of(phone).getFirst();
        assertThat(sms.body()).contains("задайте новый пароль").hasSizeLessThanOrEqualTo(SmsText.TWO_PARTS);
        guest.post(sms.linkPath(), Map.of("new", "fresh8", "new2", "fresh8"));

        assertThat(signIn(phone, "fresh8")).isEqualTo("/");
    }

    private static Visitor.Answer want(Visitor visitor, String contact) {
        return want(visitor, contact, Visitors.PASSWORD);
    }

    private static Visitor.Answer want(Visitor visitor, String contact, String password) {
        return visitor.post("/settings/contacts", Map.of("contact", contact, "password", password));
    }

    private static Visitor.Answer type(Visitor visitor, String code) {
        return visitor.post("/settings/contacts/code", Map.of("code", code));
    }

    private static Visitor.Answer remove(Visitor visitor, Login.Kind kind) {
        return visitor.post("/settings/contacts/remove", Map.of("kind", kind.name(), "password", Visitors.PASSWORD));
    }

    private static void register(Visitor visitor, String login) {
        visitor.post(
                "/register",
                Map.of(
                        "login",
                        login,
                        "password",
                        "cloud8",
                        "password2",
                        "cloud8",
                        "solution",
                        RobotSolver.solve(visitor)));
    }

    private String code(String to) {
        return mailbox.of(to).getFirst().code();
    }

    private String signIn(String login) {
        return signIn(login, Visitors.PASSWORD);
    }

    private String signIn(String login, String password) {
        return visitors.guest()
                .post("/login", Map.of("login", login, "password", password))
                .location();
    }

    /// The profile of the settings, without what differs from person to person.
    private static String profile(Visitor.Answer answer, String contact) {
        var text = answer.text().replace(contact, "CONTACT");
        return text.substring(text.indexOf("id=\"profile\""), text.indexOf("id=\"password\""))
                .replaceAll("berry-[0-9a-f-]+@example.com", "LOGIN")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String trail(Visitors.Household household) {
        return String.join(
                "\n",
                jdbc.sql("select kind || ' ' || detail from audit_event where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(String.class)
                        .list());
    }
}
