package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may ask for what: nobody, the unconfirmed, the unsigned, those inside.
@PortalTest
class AccessTest {

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/register",
                "/register/challenge",
                "/agreement",
                "/personal-data",
                "/assets/golubika.css",
                "/assets/vendor/altcha-lib-1.4.1/worker.js",
                "/actuator/health"
            })
    void a_guest_sees_the_way_in_by_get_and_by_head(String path) {
        assertThat(visitors.guest().get(path).status()).isEqualTo(200);
        assertThat(visitors.guest().head(path).status()).isEqualTo(200);
    }

    @Test
    void the_home_page_of_a_guest_is_the_sign_in() {
        var guest = visitors.guest();

        assertThat(guest.get("/").text()).contains("Вход в\u00a0личный кабинет");
        assertThat(guest.cookies()).doesNotContainKey("golubika");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings",
                "/settings/contacts/0123456789abcdef",
                "/consent",
                "/accounts/0123456789abcdef",
                "/readings",
                "/nothing-here"
            })
    void a_guest_is_led_to_the_sign_in_and_back_afterwards(String path) {
        var guest = visitors.guest();

        assertThat(guest.get(path).location()).isEqualTo("/login?next=" + path.replace("/", "%2F"));
        assertThat(guest.cookies()).doesNotContainKey("golubika");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/code", "/resend", "/cancel", "/remove", "/0123456789abcdef"})
    void contacts_are_changed_by_those_inside_alone(String deed) {
        var unconfirmed = visitors.household();
        jdbc.sql("update subscriber set confirmed_at = null where subscriber_id = :id")
                .param("id", unconfirmed.id().value())
                .update();
        var fields = Map.of("contact", "vera@example.com", "code", "123456", "kind", "MAIL", "password", "x");

        assertThat(visitors.guest().post("/settings/contacts" + deed, fields).location())
                .isEqualTo("/login?ended");
        assertThat(visitors.signedIn(unconfirmed)
                        .post("/settings/contacts" + deed, fields)
                        .location())
                .isEqualTo("/confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/confirm/code", "/confirm/resend", "/confirm/address"})
    void codes_are_typed_by_who_waits_for_one_alone(String path) {
        var fields = Map.of("code", "123456", "login", "vera@example.com");

        assertThat(visitors.guest().post(path, fields).location()).isEqualTo("/login");
        assertThat(visitors.signedIn(visitors.household()).post(path, fields).location())
                .isEqualTo("/");
    }

    @Test
    void who_sends_a_form_after_the_session_has_ended_learns_so_and_comes_back_to_its_page() {
        var visitor = visitors.signedIn(visitors.household()).without("golubika");

        var answer = visitor.on("/settings?tab=1").post("/settings/profile", Map.of("name", "Вера"));

        assertThat(answer.location()).isEqualTo("/login?ended&next=%2Fsettings%3Ftab%3D1");
        assertThat(visitor.get(answer.location()).text())
                .contains("Сеанс закончился, и\u00a0введённое не\u00a0сохранилось", "value=\"/settings?tab=1\"");
        assertThat(visitor.on("")
                        .post("/settings/profile", Map.of("name", "Вера"))
                        .location())
                .isEqualTo("/login?ended");
    }

    @Test
    void a_form_that_is_too_old_leads_back_to_its_page() {
        var visitor = visitors.signedIn(visitors.household());

        var answer = visitor.on("/settings").postAsIs("/settings/profile", Map.of("_csrf", "old"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Страница устарела", "href=\"/settings\"");
    }

    @Test
    void an_htmx_fragment_is_told_to_go_there_instead() {
        var answer = visitors.guest().get("/settings", "HX-Request", "true");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/login?next=%2Fsettings");
    }

    @Test
    void after_signing_in_one_goes_on_to_the_page_that_was_wanted_but_never_to_another_site() {
        assertThat(signIn("/settings")).isEqualTo("/settings");
        assertThat(signIn("//evil.example")).isEqualTo("/");
        assertThat(signIn("https://evil.example/")).isEqualTo("/");
        assertThat(signIn("/\\evil.example")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/settings",
                "/settings/contacts/0123456789abcdef",
                "/consent",
                "/accounts/0123456789abcdef",
                "/readings"
            })
    void the_unconfirmed_are_led_to_the_mailed_link(String path) {
        var household = visitors.household();
        jdbc.sql("update subscriber set confirmed_at = null where subscriber_id = :id")
                .param("id", household.id().value())
                .update();

        assertThat(visitors.signedIn(household).get(path).location()).isEqualTo("/confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/settings", "/accounts/0123456789abcdef", "/confirm"})
    void the_unsigned_are_led_to_the_consent(String path) {
        var household = visitors.household();
        unsign(household);

        assertThat(visitors.signedIn(household).get(path).location()).isEqualTo("/consent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/export",
                "/export/file",
                "/deletion",
                "/deletion/cancellation",
                "/withdrawal",
                "/signatures/8f1d5f3e-0000-4000-8000-000000000000",
                "/signatures/8f1d5f3e-0000-4000-8000-000000000000/copy.pdf",
                "/settings/profile"
            })
    void what_is_a_person_s_own_is_neither_for_guests_nor_for_the_unconfirmed(String path) {
        assertThat(visitors.guest().get(path).location()).startsWith("/login?next=");
        assertThat(visitors.guest().post(path, Map.of()).location()).isEqualTo("/login?ended");
        var household = visitors.household();
        jdbc.sql("update subscriber set confirmed_at = null where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        var unconfirmed = visitors.signedIn(household);

        assertThat(unconfirmed.get(path).location()).isEqualTo("/confirm");
        assertThat(unconfirmed.post(path, Map.of()).location()).isEqualTo("/confirm");
    }

    @Test
    void who_does_not_sign_may_read_take_the_data_along_and_leave_and_nothing_else() {
        var household = visitors.household();
        unsign(household);
        var visitor = visitors.signedIn(household);

        assertThat(visitor.get("/consent").text()).contains("href=\"/export\"", "href=\"/deletion\"");
        assertThat(visitor.get("/export").status()).isEqualTo(200);
        assertThat(visitor.get("/deletion").status()).isEqualTo(200);
        assertThat(visitor.get("/withdrawal").status()).isEqualTo(200);
        assertThat(visitor.post("/settings/profile", Map.of("name", "Вера")).location())
                .isEqualTo("/consent");
    }

    @Test
    void another_version_of_the_consent_is_asked_for_again() {
        var household = visitors.household();
        jdbc.sql("""
                insert into signed_document (version, words) values ('older', 'Согласие') on conflict do nothing
                """).update();
        jdbc.sql("update consent set version = 'older' where subscriber_id = :id and document = 'PERSONAL_DATA'")
                .param("id", household.id().value())
                .update();
        var visitor = visitors.signedIn(household);

        assertThat(visitor.get("/settings").location()).isEqualTo("/consent");
        assertThat(visitor.get("/consent").text()).contains("Текст согласия изменился");
    }

    @Test
    void what_was_done_on_another_device_is_noticed() {
        var household = visitors.household();
        unsign(household);
        var phone = visitors.signedIn(household);
        var computer = visitors.signedIn(household);
        assertThat(computer.get("/settings").location()).isEqualTo("/consent");

        phone.post("/consent", Map.of("version", Document.PERSONAL_DATA.version(), "agree", "yes"));

        assertThat(computer.get("/settings").status()).isEqualTo(200);
    }

    @Test
    void those_inside_see_their_settings_and_nobody_keeps_a_copy() {
        var answer = visitors.signedIn(visitors.household()).get("/settings");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void assets_are_kept_for_long() {
        assertThat(visitors.guest().get("/assets/golubika.css").header("Cache-Control"))
                .contains("max-age=31536000");
    }

    @Test
    void metrics_are_not_for_households() {
        assertThat(visitors.guest().get("/actuator/prometheus").status()).isEqualTo(302);
        assertThat(visitors.signedIn(visitors.household())
                        .get("/actuator/prometheus")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_form_without_our_hidden_field_is_refused() {
        var visitor = visitors.signedIn(visitors.household());

        assertThat(visitor.postAsIs("/settings/password", Map.of("old", "x")).status())
                .isEqualTo(403);
        assertThat(visitors.guest().postAsIs("/login", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_webhook_needs_no_hidden_field() {
        assertThat(visitors.guest().postAsIs("/webhooks/nobody", Map.of()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/agreement", "/nothing-here", "/assets/golubika.css", "/actuator/health"})
    void every_answer_carries_the_security_headers(String path) {
        var answer = visitors.guest().get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%00b", "/a%2fb", "/%2e%2e/b", "/a;b=c", "/a%5Cb", "/a//b"})
    void an_address_that_nobody_types_gets_a_page_of_ours(String path) {
        var answer = visitors.guest().get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Не получилось прочитать запрос").doesNotContain("Tomcat");
        assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void behind_https_browsers_are_told_to_stay_there() {
        assertThat(visitors.guest().get("/login", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    private String signIn(String next) {
        var household = visitors.household();
        return visitors.guest()
                .post("/login", Map.of("login", household.login(), "password", Visitors.PASSWORD, "next", next))
                .location();
    }

    private void unsign(Visitors.Household household) {
        jdbc.sql("delete from consent where subscriber_id = :id and document = 'PERSONAL_DATA'")
                .param("id", household.id().value())
                .update();
    }
}
