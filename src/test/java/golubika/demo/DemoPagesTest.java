package golubika.demo;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.suppliers.Supplier;
import golubika.testing.MovableClock;
import golubika.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

class DemoPagesTest extends ADemo {

    @Autowired
    Visitors visitors;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Test
    void the_page_names_every_supplier_and_the_accounts_to_begin_with() {
        var page = HtmlUtils.htmlUnescape(visitors.guest().get("/demo").text());
        assertThat(page)
                .contains(DemoSuppliers.all().stream()
                        .map(DemoSuppliers.Described::supplier)
                        .map(Supplier::fullName)
                        .toList());
        assertThat(page)
                .contains("5812345678", "702062012", "023-185952", "23185952", "407012345", "00417385")
                .contains("730194", "264815", "918203", "350672")
                .contains("переплата 1\u00a0956,85\u00a0₽", "vera@example.com", "yagoda1")
                .contains("Межрегионгаз Киров — через Сбербанк", "— через Т-Банк", "/control");
    }

    @Test
    void pages_answer_to_head_as_well() {
        assertThat(visitors.guest().head("/demo").status()).isEqualTo(200);
        assertThat(visitors.guest().head("/demo/inbox").status()).isEqualTo(200);
    }

    @Test
    void the_ready_logins_come_in() {
        for (var person : DemoPeople.ALL) {
            var visitor = visitors.guest();
            var answer = visitor.post("/login", Map.of("login", person.login(), "password", person.password()));
            assertThat(answer.status()).isEqualTo(302);
            assertThat(visitor.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void the_staff_come_in_and_two_requests_wait_one_right_and_one_not() {
        var page = visitors.guest().get("/demo").text();
        for (var one : DemoOffice.ALL) {
            assertThat(page).contains(one.login(), one.password());
            var visitor = visitors.guest();
            var answer = visitor.post("/office/login", Map.of("login", one.login(), "password", one.password()));
            assertThat(answer.location()).isEqualTo("/office");
            assertThat(visitor.get("/office").status()).isEqualTo(200);
            if (one.supplier() != null) {
                assertThat(visitor.get("/office").text())
                        .contains("Совпало: фамилия, адрес, счётчик", "Не совпало: фамилия, адрес, счётчик");
            }
        }
    }

    @Test
    void vera_finds_her_accounts() {
        var visitor = visitors.guest();
        visitor.post("/login", Map.of("login", "vera@example.com", "password", "yagoda1"));
        assertThat(visitor.get("/").text()).contains("407012345", "5812345678");
    }

    @Test
    void the_inbox_tells_programs_what_was_sent_newest_first() {
        var anna = UUID.randomUUID() + "@example.com";
        put(Message.mail(anna, "Первое", "Текст").withLink("http://localhost/1"));
        clock.pass(Duration.ofSeconds(1));
        put(Message.mail(anna, "Второе", "Код 4321").withCode("4321"));
        var answer = visitors.guest().get("/demo/inbox?to=" + anna, "Accept", "application/json");
        var letters = JsonMapper.shared().readTree(answer.text());
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).propertyNames())
                .containsExactly("to", "channel", "subject", "text", "link", "code", "at");
        assertThat(letters.findValuesAsString("subject")).containsExactly("Второе", "Первое");
        assertThat(letters.findValuesAsString("to")).containsOnly(anna);
        assertThat(letters.findValuesAsString("channel")).containsOnly("MAIL");
        assertThat(letters.findValuesAsString("at"))
                .allSatisfy(at -> assertThat(Instant.parse(at)).isNotNull());
    }

    @Test
    void the_inbox_shows_people_what_was_sent() {
        var anna = UUID.randomUUID() + "@example.com";
        put(Message.mail(anna, "Подтвердите", "Здравствуйте!").withLink("http://localhost/confirm/x"));
        assertThat(visitors.guest().get("/demo/inbox?to=" + anna).text())
                .contains("Подтвердите", "Здравствуйте!", "href=\"http://localhost/confirm/x\"");
        assertThat(visitors.guest().get("/demo/inbox?to=nobody@example.com").text())
                .contains("nobody@example.com")
                .doesNotContain(anna);
    }

    @Test
    void the_inbox_shows_sms_however_the_phone_is_spelled() {
        put(Message.sms("+79001112233", "Голубика: код 123456.").withCode("123456"));
        var answer = visitors.guest().get("/demo/inbox?to=8%20(900)%20111-22-33", "Accept", "application/json");
        var sms = JsonMapper.shared().readTree(answer.text()).get(0);
        assertThat(sms.get("to").asString()).isEqualTo("+79001112233");
        assertThat(sms.get("channel").asString()).isEqualTo("SMS");
        assertThat(sms.get("code").asString()).isEqualTo("123456");
        assertThat(visitors.guest().get("/demo/inbox?to=%2B79001112233").text())
                .contains("СМС", "Голубика: код 123456.");
    }

    @Test
    void phones_are_logins_in_the_demo() {
        var visitor = visitors.guest();
        assertThat(visitor.get("/register").text()).contains("Телефон или e-mail (логин)");
        assertThat(visitor.post("/login", Map.of("login", "8 900 000-00-01", "password", "moroshka3"))
                        .location())
                .isEqualTo("/");
    }

    private void put(Message message) {
        transaction.executeWithoutResult(status -> outbox.put(message));
    }
}
