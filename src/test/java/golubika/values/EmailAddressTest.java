package golubika.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest(name = "«{0}» is {2} to servers")
    @CsvSource({
        "' vera@example.com ', vera@example.com, vera@example.com",
        "Vera.P+gaz@Mail.Example.COM, Vera.P+gaz@mail.example.com, Vera.P+gaz@mail.example.com",
        "vera@ПРИМЕР.рф, vera@пример.рф, vera@xn--e1afmkfd.xn--p1ai",
        "vera@xn--e1afmkfd.xn--p1ai, vera@пример.рф, vera@xn--e1afmkfd.xn--p1ai",
    })
    void an_address_has_a_form_for_people_and_one_for_servers(String typed, String people, String servers) {
        assertThat(EmailAddress.read(typed)).hasValueSatisfying(address -> {
            assertThat(address).hasToString(people);
            assertThat(address.ascii()).contains(servers);
        });
    }

    @Test
    void a_name_in_cyrillic_has_no_form_for_all_servers() {
        assertThat(EmailAddress.read("вера@пример.рф"))
                .hasValueSatisfying(address -> assertThat(address.ascii()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "vera",
                "vera@",
                "@example.com",
                "a,b@c.ru",
                "ivan..p@x.ru",
                ".ivan@x.ru",
                "ivan.@x.ru",
                "vera@@example.com",
                "vera@example",
                "vera@example..com",
                "vera@-example.com",
                "ve ra@example.com",
                "vera@exam ple.com",
                "vera@example.com, other@example.com",
                "\"vera\"@example.com"
            })
    void where_no_letter_can_go_is_no_address(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void endless_input_is_refused_like_any_other() {
        assertThat(EmailAddress.read("a.".repeat(3000) + "a@x.ru")).isEmpty();
        assertThat(EmailAddress.read("a@" + "я".repeat(3000) + ".ru")).isEmpty();
        assertThat(EmailAddress.read("a@" + "a.".repeat(3000) + "ru")).isEmpty();
    }

    @Test
    void what_is_longer_than_mail_allows_is_no_address() {
        assertThat(EmailAddress.read("v".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.read("v".repeat(65) + "@example.com")).isEmpty();
        assertThatThrownBy(() -> new EmailAddress("a,b", "c.ru")).isInstanceOf(IllegalArgumentException.class);
    }
}
