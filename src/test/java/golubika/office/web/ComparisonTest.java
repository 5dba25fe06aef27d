package golubika.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.office.web.Comparison.Match;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "Клюквина Анна Петровна, Клюквина Анна Петровна, SAME",
        "клюквина анна, КЛЮКВИНА А.П., SAME",
        "Анна Клюквина, Клюквина Анна Петровна, SAME",
        "Ёлкина Мария, Елкина М., SAME",
        "Брусникина Анна Петровна, Клюквина Анна Петровна, DIFFERENT",
        "Анна Петровна, Клюквина Анна Петровна, DIFFERENT",
        "Петров Иван, Петров-Водкин И. К., DIFFERENT",
        "Водкин Иван, Петров-Водкин И. К., DIFFERENT",
        "Иван Петров – Водкин, ПЕТРОВ-ВОДКИН И.К., SAME",
        "Клюквина Анна, '', UNKNOWN"
    })
    void the_surname_of_the_holder_has_to_be_written(String written, String holder, Match match) {
        assertThat(Comparison.name(written, holder)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "'Лесная, 5', 'г. Ягодный, ул. Лесная, д. 5', SAME",
        "'Ягодный, ул Лесная, дом 5', 'г. Ягодный, ул. Лесная, д. 5', SAME",
        "'614000, Ягодный, Лесная 5', 'г. Ягодный, ул. Лесная, д. 5', SAME",
        "'Ягодный, Зелёная, 5А, кв. 12', 'город Ягодный, Зеленая ул., дом 5 а, квартира 12', SAME",
        "'Лесная, 5', 'г. Ягодный, ул. Лесная, д. 5а', DIFFERENT",
        "'Лесная, 5', 'г. Ягодный, ул. Лесная, д. 5, кв. 2', DIFFERENT",
        "'Лесная, 6', 'г. Ягодный, ул. Лесная, д. 5', DIFFERENT",
        "'Полевая, 5', 'г. Ягодный, ул. Лесная, д. 5', DIFFERENT",
        "'д. 5', 'г. Ягодный, ул. Лесная, д. 5', DIFFERENT",
        "'610000 г. Ягодный, ул. Лесная, д. 5', 'г. Ягодный, ул. Лесная, д. 5', SAME",
        "'Лесная, д. 5 к. 2', 'г. Ягодный, ул. Лесная, дом 5, корпус 2', SAME",
        "'Лесная 5 к 2', 'г. Ягодный, ул. Лесная, д. 5, корп. 2', SAME",
        "'Лесная 5к2', 'г. Ягодный, ул. Лесная, д. 5, корп. 2', SAME",
        "'Лесная, 5 к. 3', 'г. Ягодный, ул. Лесная, д. 5, корп. 2', DIFFERENT",
        "'Лесная, 5а.', 'г. Ягодный, ул. Лесная, д. 5 а', SAME",
        "'Ягодный, 5', 'г. Ягодный, ул. Лесная, д. 5', DIFFERENT",
        "'Кировская обл., Ягодный, 5', 'Кировская обл., г. Ягодный, ул. Лесная, д. 5', DIFFERENT",
        "'8 Марта, 5', 'г. Ягодный, ул. 8 Марта, д. 5', SAME",
        "'Ягодное, 5', 'Кировская обл., с. Ягодное, д. 5', SAME",
        "'Лесная, 5', '', UNKNOWN"
    })
    void house_and_flat_have_to_be_the_same_and_every_word_known(String written, String known, Match match) {
        assertThat(Comparison.address(written, known)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "0041-7385, SAME",
        "№ 00417385, SAME",
        "417385, DIFFERENT",
        "'', NOT_WRITTEN",
        "'-', NOT_WRITTEN",
    })
    void a_serial_number_is_compared_however_it_is_typed(String written, Match match) {
        assertThat(Comparison.serial(written, List.of("77", "00417385"))).isEqualTo(match);
    }
}
