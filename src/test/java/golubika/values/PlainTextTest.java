package golubika.values;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource({
        "'  Анна  Клюквина ', 'Анна Клюквина'",
        "'Анна\u202eанивкюлК', 'АннаанивкюлК'",
        "'Ан\u200bна\u00ad\ufeff', 'Анна'",
        "'Анна\u00a0\tКлюквина\n', 'Анна Клюквина'",
        "'Йод', 'Йод'",
        "'\u202e\u2066 \u0000', ''"
    })
    void only_what_people_see_stays(String text, String seen) {
        assertThat(PlainText.of(text)).isEqualTo(seen);
    }

    @Test
    void marks_that_something_unseen_kept_apart_come_into_their_order() {
        var seen = PlainText.of("а\u0300\u0001\u0316");

        assertThat(seen).isEqualTo("а\u0316\u0300");
        assertThat(PlainText.of(seen)).isEqualTo(seen);
    }

    @Property
    void nothing_unseen_is_left_and_a_second_time_changes_nothing(@ForAll String text) {
        var plain = PlainText.of(text);

        assertThat(plain.codePoints().map(Character::getType))
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.PRIVATE_USE,
                        (int) Character.LINE_SEPARATOR);
        assertThat(PlainText.of(plain)).isEqualTo(plain);
    }
}
