package golubika.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AnswerApplication;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.OpenFull;
import golubika.accounts.PinApplication;
import golubika.accounts.PinApplication.Refusal;
import golubika.accounts.PinApplications;
import golubika.accounts.Pins;
import golubika.audit.Caller;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asking for a PIN, as the person sees it.
@PortalTest
class ApplicationControllerTest {

    private static final Map<String, String> GOOD =
            Map.of("fullName", "Клюквина Анна", "address", "Лесная, 5", "serial", "", "comment", "");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    OpenFull openFull;

    @Autowired
    PinApplications applications;

    @Autowired
    AnswerApplication answers;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    private AnAccount account;
    private Household vera;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
        account = AnAccount.anAccount(jdbc).withPin(pins, "482915");
        vera = visitors.household();
        linkAccount.link(vera.id(), suppliers.get(ASupplier.CODE), account.number());
        visitor = visitors.signedIn(vera);
    }

    @Test
    void what_is_missing_is_told_at_its_field_and_the_rest_stays_as_typed() {
        var answer = visitor.post(
                page("/application"), Map.of("fullName", "Клюквина", "address", "Лесная", "comment", "дача \u202eтут"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Не хватает имени", "Не хватает номера дома", "value=\"Клюквина\"", "дача тут")
                .contains("aria-describedby=\"e-address r-address\"");
        assertThat(visitor.post(page("/application"), Map.of()).text())
                .contains("Напишите фамилию и имя", "Напишите адрес");
        assertThat(visitor.post(
                                page("/application"),
                                Map.of("fullName", "Я " + "я".repeat(200), "address", "Лесная, 5"))
                        .text())
                .contains("не больше 200 символов");
        assertThat(visitor.post(
                                page("/application"),
                                Map.of("fullName", "я ".repeat(20_000), "address", "я".repeat(20_000) + " 5"))
                        .text())
                .contains("не больше 200 символов", "не больше 300 символов");
        assertThat(applications.latest(vera.id(), account.id())).isEmpty();
    }

    @Test
    void the_form_says_where_the_pin_goes_and_until_when() {
        assertThat(visitor.get(page("/application")).text()).contains("24\u00a0ноября", vera.login());
    }

    @Test
    void sent_it_stands_on_the_page_of_the_account_and_can_be_taken_back() {
        assertThat(visitor.get(page("")).text()).contains("Нет PIN-кода? Отправить заявку");
        assertThat(visitor.post(page("/application"), GOOD).location()).isEqualTo(page("#application"));
        assertThat(visitor.post(page("/application"), GOOD).location()).isEqualTo(page("#application"));

        assertThat(visitor.get(page("")).text())
                .contains("отправлена 20\u00a0ноября", "обычно приходит до 24\u00a0ноября", "PIN-код из квитанции")
                .doesNotContain("Нет PIN-кода? Отправить заявку");
        visitor.post(page("/application/withdrawal"), Map.of());
        assertThat(visitor.get(page("")).text()).contains("Нет PIN-кода? Отправить заявку");
    }

    @Test
    void when_the_day_of_the_answer_is_over_the_page_says_whom_to_call() {
        visitor.post(page("/application"), GOOD);
        clock.pass(Duration.ofDays(5));

        assertThat(visitors.signedIn(vera).get(page("")).text())
                .contains("мы ждали его до 24\u00a0ноября", "8 800 000-00-00");
    }

    @Test
    void a_granted_pin_is_waited_for_in_its_window_and_an_old_one_is_called_so() {
        visitor.post(page("/application"), GOOD);
        grant();

        assertThat(visitor.get(page("")).text())
                .contains("id=\"pin-window\"", "PIN-код выслан 20\u00a0ноября", "20\u00a0декабря")
                .doesNotContain("id=\"proof-pin\"")
                .contains("id=\"proof-serial\"");
        assertThat(visitor.post(page("/full"), Map.of("proof", "pin", "pin", "1"))
                        .text())
                .contains("id=\"pin-window\"", "e-pin", "PIN-код не подошёл");
        clock.pass(Duration.ofDays(31));
        assertThat(visitors.signedIn(vera).get(page("")).text())
                .contains("истёк 20\u00a0декабря", "Отправить новую заявку", "id=\"proof-pin\"");
    }

    @Test
    void a_refusal_stands_with_its_reason_and_the_way_on() {
        visitor.post(page("/application"), GOOD);
        var id = applications.latest(vera.id(), account.id()).orElseThrow().id();
        answers.refuse(ASupplier.CODE, account.id(), id, Refusal.PAPERS, "Пункт на <Лесной>", "Оператор");

        assertThat(visitor.get(page("")).text())
                .contains(
                        "отказано 20\u00a0ноября",
                        "только по документам",
                        "Пункт на &lt;Лесной&gt;",
                        "Отправить новую заявку");
    }

    @Test
    void where_pins_are_sent_no_more_what_was_asked_for_is_still_told_and_ends_with_an_answer() {
        visitor.post(page("/application"), GOOD);
        ASupplier.in(suppliers, jdbc, ASupplier.CODE, _ -> ASupplier.flipped("pinByApplication"));

        assertThat(visitor.get(page("")).text())
                .contains("отправлена 20\u00a0ноября")
                .doesNotContain("Отправить новую заявку");
        grant();
        assertThat(applications.latest(vera.id(), account.id()).orElseThrow().state())
                .isEqualTo(PinApplication.State.ENDED);
    }

    @Test
    void whoever_has_the_full_version_has_nothing_to_ask_for() {
        openFull.open(vera.id(), links.find(vera.id(), account.id()).orElseThrow(), "pin", "482915", Caller.PORTAL);

        assertThat(visitor.get(page("/application")).location()).isEqualTo(page(""));
        assertThat(visitor.post(page("/application"), GOOD).location()).isEqualTo(page(""));
        assertThat(applications.latest(vera.id(), account.id())).isEmpty();
    }

    @Test
    void somebody_elses_account_and_a_closed_one_take_none() {
        var other = AnAccount.anAccount(jdbc);
        assertThat(visitor.get("/accounts/" + other.id() + "/application").status())
                .isEqualTo(404);
        assertThat(visitor.post("/accounts/" + other.id() + "/application", GOOD)
                        .status())
                .isEqualTo(404);

        account.closed();
        assertThat(visitor.get(page("")).text()).doesNotContain("Отправить заявку");
        visitor.post(page("/application"), GOOD);
        assertThat(applications.latest(vera.id(), account.id())).isEmpty();
    }

    @Test
    void it_belongs_to_the_data_of_the_person() {
        visitor.post(page("/application"), GOOD);

        assertThat(jdbc.sql("select count(*) from audit_event where subscriber_id = :id and kind = :kind")
                        .param("id", vera.id().value())
                        .param("kind", "accounts.audit.applied")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void grant() {
        var id = applications.latest(vera.id(), account.id()).orElseThrow().id();
        answers.grant(ASupplier.CODE, account.id(), id, "Оператор");
    }

    private String page(String part) {
        return "/accounts/" + account.id() + part;
    }
}
