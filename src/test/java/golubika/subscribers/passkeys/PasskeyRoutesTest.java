package golubika.subscribers.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
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
                .isEqualTo("/login");
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
        var visitor = visitors.signedIn(household);
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
        assertThat(visitor.cookies()).isNotEmpty();
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

    private static JsonNode json(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
