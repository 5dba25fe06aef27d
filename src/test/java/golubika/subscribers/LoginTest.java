package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    @ParameterizedTest(name = "«{0}» is {1}")
    @CsvSource({
        "vera@example.com, vera@example.com",
        "'  Vera@Example.COM ', vera@example.com",
        "vera.p+gaz@mail.example.com, vera.p+gaz@mail.example.com",
        "вера@пример.рф, вера@пример.рф",
        "ВЕРА@ПРИМЕР.РФ, вера@пример.рф",
        "vera@xn--e1afmkfd.xn--p1ai, vera@пример.рф",
        "vera@пример.рф, vera@пример.рф",
        "ｖｅｒａ@example.com, vera@example.com",
        "vera@example.com., vera@example.com",
        "vera@почта.пример.рф, vera@почта.пример.рф",
        "vera@пример.онлайн, vera@пример.онлайн",
        "vera@кириллица.com, vera@кириллица.com",
    })
    void an_address_has_one_spelling(String typed, String login) {
        assertThat(Login.read(typed)).isEqualTo(new Login.Reading.Good(new Login(login)));
    }

    @ParameterizedTest(name = "«{0}»: {1}")
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "vera.example.com, NO_AT",
        "vera@@example.com, SEVERAL_AT",
        "ve ra@example.com, SPACE",
        "@example.com, NAME",
        ".vera@example.com, NAME",
        "ve..ra@example.com, NAME",
        "'vera,p@example.com', NAME",
        "vеra@example.com, MIXED_LETTERS", // the second letter is Russian
        "vera@mаil.ru, MIXED_LETTERS", // the second letter of the domain
        "vera@gmail.сom, MIXED_LETTERS", // the first letter of the ending
        "vera@яndex.ru, MIXED_LETTERS",
        "vera@яндекс.ru, MIXED_LETTERS", // .ru has Latin names alone
        "vera@xn--il-6kc1c.ru, MIXED_LETTERS", // маil.ru as it stands in the DNS
        "vera@сахара.com, MIXED_LETTERS", // looks like caxapa.com
        "vera@, DOMAIN",
        "vera@., DOMAIN",
        "vera@example.com.., DOMAIN",
        "vera@straße.de, DOMAIN", // one standard makes strasse.de of it, the next does not
        "vera@example, DOMAIN",
        "'vera@example,com', DOMAIN",
        "vera@example.c, DOMAIN",
        "vera@-example.com, DOMAIN",
        "vera@example..com, DOMAIN",
        "vera@.com, DOMAIN",
    })
    void what_is_no_address_is_told_why(String typed, Login.Fault fault) {
        assertThat(Login.read(typed)).isEqualTo(new Login.Reading.Bad(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.%s@x.ru", "a@%s.ru", "%s", "8 %s", "a@a.%s.ru"})
    void what_is_far_too_long_is_told_so_whatever_it_is_made_of(String pattern) {
        for (var piece : List.of("a.", "я", "9", "\uFDFA", "a@")) {
            assertThat(Login.read(pattern.formatted(piece.repeat(3000))))
                    .isEqualTo(new Login.Reading.Bad(Login.Fault.TOO_LONG));
            assertThat(Login.read(pattern.formatted(piece.repeat(120)))).isInstanceOf(Login.Reading.Bad.class);
        }
    }

    @Test
    void an_address_longer_than_mail_allows_is_refused() {
        assertThat(Login.read("v".repeat(250) + "@example.com")).isEqualTo(new Login.Reading.Bad(Login.Fault.TOO_LONG));
    }

    @Test
    void what_was_stored_once_stays_a_login_though_the_rules_have_changed() {
        assertThat(Login.read("+70000000000")).isInstanceOf(Login.Reading.Bad.class);
        assertThat(Login.of("+70000000000").isPhone()).isTrue();
        assertThatThrownBy(() -> Login.of("nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
