package golubika.subscribers;

import static golubika.subscribers.PasswordPolicy.LETTERS_AND_DIGITS;
import static golubika.subscribers.PasswordPolicy.STRONG;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    private static final String LATIN_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @ParameterizedTest(name = "«{0}»: {1}")
    @CsvSource({
        "'', EMPTY",
        "ber7, TOO_SHORT",
        "berry, ",
        "12345, ",
        "Berry12345, ",
        "Berry123456, TOO_LONG",
        "ягода7, CYRILLIC",
        "bеrry7, CYRILLIC", // the second letter is Russian
        "berry!, SIGNS",
        "be ry7, SIGNS",
        "bérry7, SIGNS",
        "berry٣, SIGNS", // an Arabic digit
        "яг, CYRILLIC",
    })
    void the_rule_of_the_instructions_at_its_borders(String password, PasswordFlaw flaw) {
        assertThat(LETTERS_AND_DIGITS.flaw(password).orElse(null)).isEqualTo(flaw);
    }

    @ParameterizedTest(name = "«{0}»: {1}")
    @CsvSource({
        "'', EMPTY",
        "лес-7 я, TOO_SHORT",
        "лес-7 яг, ",
        "спелая голубика в лесу 7!, ",
        "Password123, COMMON",
        "йцукенгш, COMMON",
        "aaaaaaaaaaaa, COMMON",
        "abcdefghij, COMMON",
        "987654321, COMMON",
        "123456789012, COMMON",
        "qwertyuiop12, COMMON",
        "kirovkirov12, COMMON",
        "пароль-пароль1, COMMON",
        "84920175639284, ",
        "ежевика и бобр 52, ",
        "🫐🫐🍓🍒🍇🍎🍏, TOO_SHORT",
        "🫐🫐🍓🍒🍇🍎🍏🍐, ",
    })
    void the_strong_rule_takes_anything_but_what_is_guessed_first(String password, PasswordFlaw flaw) {
        assertThat(STRONG.flaw(password).orElse(null)).isEqualTo(flaw);
    }

    @Property
    void any_five_to_ten_latin_letters_and_digits_will_do(
            @ForAll("latinAndDigits") @StringLength(min = 5, max = 10) String password) {
        assertThat(LETTERS_AND_DIGITS.flaw(password)).isEmpty();
    }

    @Property
    void anything_else_among_them_will_not(
            @ForAll("latinAndDigits") @StringLength(min = 5, max = 9) String password,
            @ForAll char other,
            @ForAll @IntRange(max = 5) int place) {
        if (LATIN_AND_DIGITS.indexOf(other) < 0) {
            assertThat(LETTERS_AND_DIGITS.flaw(password.substring(0, place) + other + password.substring(place)))
                    .isPresent();
        }
    }

    @Property
    void the_strong_rule_looks_at_length_before_all(@ForAll @StringLength(max = 100) String password) {
        var length = PasswordPolicy.length(password);
        var flaw = STRONG.flaw(password).orElse(null);

        if (length == 0) {
            assertThat(flaw).isEqualTo(PasswordFlaw.EMPTY);
        } else if (length < 8) {
            assertThat(flaw).isEqualTo(PasswordFlaw.TOO_SHORT);
        } else if (length > 64) {
            assertThat(flaw).isEqualTo(PasswordFlaw.TOO_LONG);
        } else {
            assertThat(flaw).isIn(null, PasswordFlaw.COMMON);
        }
    }

    @Provide
    Arbitrary<String> latinAndDigits() {
        return Arbitraries.strings().withChars(LATIN_AND_DIGITS.toCharArray());
    }
}
