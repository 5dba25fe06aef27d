package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ReadingsPageTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void the_form_says_until_when_and_what_the_meter_showed_before() {
        var account = oneMeter();

        assertThat(plain(connected(account).get(readings(account)).text()))
                .contains("Приём открыт до 25 ноября", "Прошлое, 23 октября", "27 927", "Показание сейчас, м³");
    }

    @Test
    void the_price_is_shown_before_sending() {
        var account = oneMeter();
        var visitor = connected(account);

        var preview = visitor.post(readings(account) + "/preview?meter=1", Map.of("now1", "28 176"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(plain(preview.text()))
                .contains("249 м³", "8,94000 ₽", "2 226,06 ₽")
                .doesNotContain("<html");
        assertThat(values(account)).isEmpty();
    }

    @Test
    void a_sent_reading_is_there_at_once() {
        var account = oneMeter();
        var visitor = connected(account);

        var answer = visitor.post(readings(account), Map.of("now1", "28176"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(plain(visitor.get(readings(account) + "?sent").text()))
                .contains("Показания переданы", "показание 28 176 принято за ноябрь", "Уже передано 20 ноября");
        assertThat(plain(visitor.get("/").text())).contains("Показание за ноябрь принято");
        assertThat(values(account)).isEqualTo("28176");
    }

    @Test
    void a_mistake_is_told_at_its_field_and_what_was_typed_stays() {
        var account = oneMeter();

        var answer = connected(account).post(readings(account), Map.of("now1", "26176"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(plain(answer.text()))
                .contains("Меньше прошлого показания, 27 927", "value=\"26176\"", "id=\"e-now1\"");
        assertThat(values(account)).isEmpty();
    }

    @Test
    void letters_and_an_empty_form_are_told_what_to_type() {
        var account = oneMeter();
        var visitor = connected(account);

        assertThat(visitor.post(readings(account), Map.of("now1", "28,5")).text())
                .contains("Нужны только цифры");
        assertThat(visitor.post(readings(account), Map.of("now1", " ")).text()).contains("Введите показание счётчика");
    }

    @Test
    void the_unlikely_is_asked_back_and_taken_when_confirmed() {
        var account = oneMeter();
        var visitor = connected(account);

        var asked = visitor.post(readings(account), Map.of("now1", "33000"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Сверьте число со счётчиком", "name=\"sure1\"");
        assertThat(values(account)).isEmpty();

        assertThat(visitor.post(readings(account), Map.of("now1", "33000", "sure1", "on"))
                        .status())
                .isEqualTo(302);
        assertThat(values(account)).isEqualTo("33000");
    }

    @Test
    void of_two_meters_each_has_its_own_outcome() {
        var account = oneMeter().withMeter("M2", "55501", 5, 1_284);
        var visitor = connected(account);

        var answer = visitor.post(readings(account), Map.of("now1", "28176", "now2", "1000"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(plain(answer.text()))
                .contains("Меньше прошлого показания, 01 284")
                .doesNotContain("id=\"e-now1\"");
        assertThat(plain(answer.text())).contains("Уже передано 20 ноября");
        assertThat(values(account)).isEqualTo("28176");
    }

    @Test
    void sending_may_lead_on_to_paying() {
        var account = oneMeter();

        assertThat(connected(account)
                        .post(readings(account), Map.of("now1", "28176", "then", "pay"))
                        .location())
                .endsWith("/accounts/" + account.id() + "/pay");
    }

    @Test
    void without_a_meter_the_page_says_that_nothing_is_to_be_sent() {
        var account = AnAccount.anAccount(jdbc);

        assertThat(connected(account).get(readings(account)).text()).contains("Счётчика нет");
    }

    private AnAccount oneMeter() {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 27_927);
    }

    private Visitor connected(AnAccount account) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return visitors.signedIn(household);
    }

    private String values(AnAccount account) {
        return jdbc.sql("select coalesce(string_agg(value::text, ','), '') from reading where account_id = :account")
                .param("account", account.id().value())
                .query(String.class)
                .single();
    }

    private static String readings(AnAccount account) {
        return "/accounts/" + account.id() + "/readings";
    }

    private static String plain(String html) {
        return html.replace('\u00a0', ' ');
    }
}
