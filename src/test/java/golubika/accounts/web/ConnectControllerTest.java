package golubika.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ConnectControllerTest {

    private static final String PAGE = "/accounts/connect";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

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
    void with_no_account_the_page_says_so_and_the_home_page_leads_here() {
        var visitor = visitors.signedIn(visitors.household());

        assertThat(visitor.get(PAGE).text()).contains("Подключение ЛС", "Нет подключенных ЛС", "не выбран");
        assertThat(visitor.get("/").text()).contains("Подключить ЛС", "href=\"" + PAGE + "\"");
    }

    @ParameterizedTest
    @CsvSource({"%s", "' %s '", "0%s", "00-%s"})
    void a_number_is_taken_as_people_type_it(String typed) {
        var account = AnAccount.anAccount(jdbc);
        var visitor = visitors.signedIn(visitors.household());

        var answer = visitor.post(PAGE, Map.of("supplier", "test", "account", typed.formatted(account.number())));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).contains("/accounts/" + account.id());
        var page = visitor.get("/accounts/" + account.id() + "?connected").text();
        assertThat(page).contains("Лицевой счёт подключён", "Открыть полную версию");
        assertThat(visitor.get(PAGE).text()).contains("Текущие лицевые счета", account.number());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 23185952, Выберите поставщика",
        "nonsense, 23185952, Выберите поставщика",
        "test, '', Введите номер",
        "test, 58А2345678, могут быть только цифры",
        "test, 123, 'не меньше 4 цифр, введено 3'",
        "test, 12345678901, 'не более 10 цифр, введено 11'",
        "test, 99999991, Такого счёта у этого поставщика нет",
    })
    void what_is_wrong_is_said_and_what_was_typed_stays(String supplier, String number, String sentence) {
        var answer =
                visitors.signedIn(visitors.household()).post(PAGE, Map.of("supplier", supplier, "account", number));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text().replace('\u00a0', ' ')).contains(sentence);
        assertThat(answer.text()).contains("value=\"" + number + "\"");
    }

    @Test
    void an_account_that_is_connected_already_is_led_to() {
        var account = AnAccount.anAccount(jdbc);
        var visitor = visitors.signedIn(visitors.household());
        var form = Map.of("supplier", "test", "account", account.number());
        visitor.post(PAGE, form);

        assertThat(visitor.post(PAGE, form).text())
                .contains("Этот счёт уже подключён", "href=\"/accounts/" + account.id() + "\"");
    }

    @Test
    void a_closed_account_has_a_sentence_of_its_own() {
        var account = AnAccount.anAccount(jdbc).closed();

        assertThat(visitors.signedIn(visitors.household())
                        .post(PAGE, Map.of("supplier", "test", "account", account.number()))
                        .text())
                .contains("Этот счёт поставщик закрыл");
    }

    @Test
    void numbers_cannot_be_walked_through() {
        var visitor = visitors.signedIn(visitors.household());
        for (var guess = 0; guess < 20; guess++) {
            assertThat(visitor.post(PAGE, Map.of("supplier", "test", "account", "9999" + (1000 + guess)))
                            .text())
                    .contains("Такого счёта у этого поставщика нет");
        }
        var account = AnAccount.anAccount(jdbc);

        assertThat(visitor.post(PAGE, Map.of("supplier", "test", "account", account.number()))
                        .text())
                .contains("Слишком много попыток");
    }

    @Test
    void suppliers_are_found_by_a_part_of_their_name_and_the_hint_is_the_chosen_one_s() {
        var visitor = visitors.signedIn(visitors.household());

        assertThat(visitor.get(PAGE + "/suppliers?q=%D1%80%D0%B5%D1%81%D0%BF+TEST")
                        .text())
                .contains("supplier-test")
                .doesNotContain("<html");
        assertThat(visitor.get(PAGE + "/suppliers?q=xyz").text()).doesNotContain("supplier-test");
        assertThat(visitor.get(PAGE + "/hint?supplier=test").text()).contains("Не более 10 цифр");
    }

    @ParameterizedTest
    @CsvSource({
        "test, 12, false, ''",
        "test, 12, true, 'не меньше 4 цифр, введено 2'",
        "test, 12345678901, false, 'не более 10 цифр, введено 11'",
        "test, 23А, false, могут быть только цифры",
        "test, 00-23185952, false, 'выглядит так: 23185952'",
        "test, '', true, ''",
        "'', 23А, true, ''",
        "nonsense, 23А, true, ''",
    })
    void a_number_is_looked_at_while_it_is_typed(String supplier, String number, boolean left, String sentence) {
        var visitor = visitors.signedIn(visitors.household());

        var answer = visitor.post(PAGE + "/number?left=" + left, Map.of("supplier", supplier, "account", number));

        assertThat(answer.status()).isEqualTo(200);
        if (sentence.isEmpty()) {
            assertThat(answer.text().strip()).isEmpty();
        } else {
            assertThat(answer.text()).contains(sentence).doesNotContain("<html");
        }
    }

    @Test
    void the_look_at_a_number_does_not_tell_whether_there_is_such_an_account() {
        var visitor = visitors.signedIn(visitors.household());
        var account = AnAccount.anAccount(jdbc);
        var other = Long.toString(Long.parseLong(account.number()) + 500_000);

        assertThat(look(visitor, account.number()).replace(account.number(), ""))
                .isEqualTo(look(visitor, other).replace(other, ""));
    }

    private static String look(Visitor visitor, String number) {
        return visitor.post(PAGE + "/number", Map.of("supplier", "test", "account", number))
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, PAGE + "/suppliers", PAGE + "/hint"})
    void a_guest_is_led_to_the_entrance(String page) {
        assertThat(visitors.guest().get(page).status()).isEqualTo(302);
    }
}
