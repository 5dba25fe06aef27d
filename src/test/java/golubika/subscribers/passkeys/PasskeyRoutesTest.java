package golubika.subscribers.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.audit.Caller;
import golubika.subscribers.Arrivals;
import golubika.subscribers.RobotSolver;
import golubika.subscribers.Subscriber;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PhoneNetwork;
import golubika.testing.PortalTest;
import golubika.testing.SoftPasskey;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class PasskeyRoutesTest {

    private static final String COOKIE = "golubika-passkey";

    @Autowired
    Visitors visitors;

    @Autowired
    Challenges challenges;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeySignIn signIn;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_guest_is_asked_for_any_passkey_and_costs_no_session() {
        var before = sessions();
        var guest = visitors.guest();
        var answer = guest.get("/login/passkey/options");

        var options = json(answer);
        assertThat(options.get("rpId").asString()).isEqualTo("localhost");
        assertThat(options.get("userVerification").asString()).isEqualTo("required");
        assertThat(options.get("allowCredentials").size()).isZero();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/login", "Max-Age=300");
        assertThat(guest.cookies().get(COOKIE))
                .startsWith(options.get("challenge").asString());
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void whoever_adds_one_is_asked_for_a_key_of_the_device_itself() {
        var household = visitors.household();
        var options = json(visitors.signedIn(household).get("/settings/passkeys/options"));

        assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
        assertThat(options.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(options.at("/attestation").asString()).isEqualTo("none");
        assertThat(options.at("/user/name").asString()).isEqualTo(household.login());
        assertThat(options.at("/rp/id").asString()).isEqualTo("localhost");
    }

    @Test
    void only_who_is_inside_and_has_shown_it_lately_gets_to_add_or_remove_one() {
        assertThat(visitors.guest().get("/settings/passkeys/options").location())
                .startsWith("/login");
        assertThat(visitors.guest().post("/settings/passkeys", Map.of()).location())
                .isEqualTo("/login?ended");
        var late = visitors.signedIn(visitors.household());
        clock.pass(Duration.ofMinutes(10));
        assertThat(late.get("/settings/passkeys/options").status()).isEqualTo(403);
        assertThat(late.post("/settings/passkeys", Map.of("credential", "{}")).text())
                .contains("Наберите пароль и попробуйте ещё раз");
        assertThat(late.post("/settings/passkeys/" + UUID.randomUUID() + "/removal", Map.of())
                        .text())
                .contains("Наберите пароль и попробуйте ещё раз");
        late.post("/settings/passkeys/proof", Map.of("key-password", Visitors.PASSWORD));
        assertThat(late.get("/settings/passkeys/options").status()).isEqualTo(200);
    }

    @Test
    void an_unconfirmed_person_cannot_have_one() {
        var household = visitors.household();
        jdbc.sql("update subscriber set confirmed_at = null, confirm_by = '2026-12-31' where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        var unconfirmed = visitors.guest();
        unconfirmed.post("/login", Map.of("login", household.login(), "password", Visitors.PASSWORD));

        assertThat(unconfirmed.get("/settings/passkeys/options").location()).isEqualTo("/confirm");
        assertThat(unconfirmed
                        .post("/settings/passkeys", Map.of("credential", "{}"))
                        .location())
                .isEqualTo("/confirm");
        assertThat(unconfirmed.cookies()).doesNotContainKey(COOKIE);
        assertThat(passkeys.of(household.id())).isEmpty();

        jdbc.sql("update subscriber set confirmed_at = registered_at where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        assertThat(unconfirmed.get("/settings/passkeys/options").status())
                .as("nothing but the confirmation was missing")
                .isEqualTo(200);
    }

    @Test
    void a_passkey_is_added_and_lets_in_and_every_contact_learns_of_it() {
        var household = visitors.household();
        var phone = withPhone(household);
        var key = added(household);

        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Добавлен ключ доступа");
        assertThat(mailbox.of(phone).getFirst().body())
                .contains("добавлен ключ доступа")
                .hasSizeLessThanOrEqualTo(134);
        var guest = visitors.guest();
        assertThat(guest.post("/login/passkey", Map.of("credential", key.signed(challenge(guest, "/login/passkey"))))
                        .location())
                .isEqualTo("/");
        assertThat(guest.get("/settings").status()).isEqualTo(200);

        var id = passkeys.of(household.id()).getFirst().id();
        guest.post("/settings/passkeys/" + id + "/removal", Map.of());
        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Удалён ключ доступа");
        assertThat(mailbox.of(phone).getFirst().body()).contains("удалён ключ доступа");
    }

    @Test
    void what_fails_beside_the_passkey_is_no_fault_of_the_passkey() {
        var household = visitors.household();
        jdbc.sql("update subscriber set other_login = 'nobody can read this' where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        var subscriber = new Subscriber(household.id(), household.login());
        var question = passkeys.ask(subscriber);
        var challenge = json(question.options()).get("challenge").asString();
        var answer = new SoftPasskey(visitors.address()).created(challenge);

        assertThatThrownBy(() -> passkeys.add(subscriber, answer, question.carried(), "", Caller.PORTAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody can read this");
        assertThat(passkeys.of(household.id())).isEmpty();
    }

    @Test
    void a_sign_in_that_was_on_its_way_when_its_passkey_went_comes_too_late() {
        var household = visitors.household();
        var welcome = welcome(added(household));
        var id = passkeys.of(household.id()).getFirst().id();

        passkeys.remove(welcome.subscriber(), id, Caller.PORTAL);

        assertThat(arrive(welcome)).isInstanceOf(Arrivals.Outcome.TooLate.class);
    }

    @Test
    void nobody_comes_in_by_a_passkey_while_the_cabinet_is_being_deleted() {
        var household = visitors.household();
        var key = added(household);
        var welcome = welcome(key);
        jdbc.sql("update subscriber set removal_begun_at = registered_at where subscriber_id = :id")
                .param("id", household.id().value())
                .update();

        assertThat(arrive(welcome)).isInstanceOf(Arrivals.Outcome.TooLate.class);
        var guest = visitors.guest();
        assertThat(guest.post("/login/passkey", Map.of("credential", key.signed(challenge(guest, "/login/passkey"))))
                        .text())
                .contains("Этот ключ нам не знаком");
    }

    @Test
    void recovery_takes_off_what_a_thief_has_planted_and_leads_to_the_rest() {
        var household = visitors.household();
        var phone = withPhone(household);
        var old = added(household, "Мой телефон");
        clock.pass(Duration.ofDays(7));
        var planted = added(household, "Чужой");
        var guest = visitors.guest();
        guest.post("/recover", Map.of("login", household.login(), "solution", RobotSolver.solve(guest)));
        var link = mailbox.of(household.login()).getFirst().linkPath();

        var answer = guest.post(link, Map.of("new", "fresh8", "new2", "fresh8"));

        assertThat(answer.location()).isEqualTo("/login?renewed=keys&next=/settings/passkeys");
        assertThat(guest.get(answer.location()).text()).contains("за последние семь дней, удалены");
        var letter = mailbox.of(household.login()).getFirst();
        assertThat(letter.body()).contains("мы удалили: «Чужой»", "действуют по-прежнему: «Мой телефон»");
        assertThat(letter.linkPath()).isEqualTo("/settings/passkeys");
        assertThat(mailbox.of(phone).getFirst().body())
                .contains("пароль задан заново")
                .hasSizeLessThanOrEqualTo(134);
        assertThat(jdbc.sql("select count(*) from known_device where subscriber_id = :id")
                        .param("id", household.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(enter(planted)).isInstanceOf(PasskeySignIn.Outcome.Unknown.class);
        assertThat(welcome(old).subscriber().id()).isEqualTo(household.id());
        guest.post("/login", Map.of("login", household.login(), "password", "fresh8"));
        assertThat(guest.get("/settings/passkeys").location()).isEqualTo("/settings#keys");
        assertThat(guest.get("/settings").text()).contains("Мой телефон").doesNotContain("Чужой");
    }

    @Test
    void after_a_change_of_password_the_passkeys_are_named_and_come_next() {
        var household = visitors.household();
        added(household, "Мой телефон");
        var visitor = visitors.signedIn(household);

        var answer =
                visitor.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));

        assertThat(answer.location()).isEqualTo("/settings#keys");
        assertThat(visitor.get("/settings").text()).contains("действуют по-прежнему: «Мой телефон»");
        var letter = mailbox.of(household.login()).getFirst();
        assertThat(letter.subject()).isEqualTo("Пароль изменён");
        assertThat(letter.body()).contains("действуют по-прежнему: «Мой телефон»");
        assertThat(letter.linkPath()).isEqualTo("/settings/passkeys");
    }

    @Test
    void whatever_is_sent_instead_of_a_passkey_is_refused_with_a_sentence() {
        for (var junk : new String[] {
            "",
            "not json",
            "{}",
            "[]",
            "null",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\"}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{}}"
        }) {
            var guest = visitors.guest();
            guest.get("/login/passkey/options");
            var answer = guest.post("/login/passkey", Map.of("credential", junk));
            assertThat(answer.status()).as(junk).isEqualTo(422);
            assertThat(answer.text()).as(junk).containsAnyOf("Войти с ключом не вышло", "Этот ключ нам не знаком");
            var visitor = visitors.signedIn(visitors.household());
            visitor.get("/settings/passkeys/options");
            assertThat(visitor.post("/settings/passkeys", Map.of("credential", junk))
                            .text())
                    .as(junk)
                    .contains("Ключ не добавлен");
        }
    }

    @Test
    void nobody_renames_or_removes_the_passkeys_of_others() {
        var owner = visitors.household();
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into passkey
                    (subscriber_id, passkey_id, credential_id, name, public_key, attestation, transports, sign_count,
                     backup_eligible, backed_up, added_at)
                values (:owner, :id, :id::text::bytea, 'Мой телефон', '', '', '', 0, false, false, now())
                """).param("owner", owner.id().value()).param("id", id).update();
        var neighbour = visitors.signedIn(visitors.household());
        neighbour.post("/settings/passkeys/" + id + "/name", Map.of("name", "Чужой"));
        neighbour.post("/settings/passkeys/" + id + "/removal", Map.of());

        assertThat(visitors.signedIn(owner).get("/settings").text()).contains("Мой телефон");
    }

    @Test
    void a_challenge_is_good_once_for_one_purpose_and_five_minutes() {
        var visitor = visitors.guest();
        visitor.get("/login/passkey/options");
        var carried = visitor.cookies().get(COOKIE);

        assertThat(challenges.redeem("add:somebody", carried)).isEmpty();
        assertThat(challenges.redeem("enter", carried.replaceFirst("^.", carried.startsWith("A") ? "B" : "A")))
                .isEmpty();
        assertThat(challenges.redeem("enter", "")).isEmpty();
        assertThat(challenges.redeem("enter", carried)).isPresent();
        assertThat(challenges.redeem("enter", carried)).as("again").isEmpty();

        visitor.get("/login/passkey/options");
        clock.pass(Challenges.GOOD_FOR);
        assertThat(challenges.redeem("enter", visitor.cookies().get(COOKIE)))
                .as("too late")
                .isEmpty();
    }

    private SoftPasskey added(Visitors.Household household) {
        return added(household, "Ключ");
    }

    private SoftPasskey added(Visitors.Household household, String name) {
        var key = new SoftPasskey(visitors.address());
        var visitor = visitors.signedIn(household);
        var challenge = challenge(visitor, "/settings/passkeys");
        assertThat(visitor.post("/settings/passkeys", Map.of("credential", key.created(challenge), "key-name", name))
                        .location())
                .isEqualTo("/settings#keys");
        return key;
    }

    private static String challenge(Visitor visitor, String path) {
        return json(visitor.get(path + "/options")).get("challenge").asString();
    }

    private PasskeySignIn.Outcome enter(SoftPasskey key) {
        var question = signIn.ask();
        var challenge = json(question.options()).get("challenge").asString();
        var caller = new Caller(visitors.guest().network(), null);
        return signIn.signIn(key.signed(challenge), question.carried(), caller);
    }

    private PasskeySignIn.Outcome.Welcome welcome(SoftPasskey key) {
        return (PasskeySignIn.Outcome.Welcome) enter(key);
    }

    private Arrivals.Outcome arrive(PasskeySignIn.Outcome.Welcome welcome) {
        var arrival = new Arrivals.Arrival(
                Arrivals.Way.PASSKEY, welcome.proof(), UUID.randomUUID().toString(), Caller.PORTAL, List.of());
        return arrivals.welcome(welcome.subscriber(), welcome.standing(), arrival);
    }

    private String withPhone(Visitors.Household household) {
        var phone = PhoneNetwork.freshPhone();
        jdbc.sql("update subscriber set other_login = :phone where subscriber_id = :id")
                .param("phone", phone)
                .param("id", household.id().value())
                .update();
        return phone;
    }

    private static JsonNode json(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return json(answer.text());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
