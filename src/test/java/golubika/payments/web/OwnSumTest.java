package golubika.payments.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.values.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnSumTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1956,85;195685",
                "1 956.85;195685",
                "1\u00a0956,85\u00a0₽;195685",
                "1956;195600",
                "1956,5;195650",
                "1956,850;195685",
                "100 руб.;10000",
                "100 р;10000",
                "1;100",
                "500000;50000000",
                "500 000,00;50000000",
                "007;700"
            })
    void a_sum_is_understood_however_people_write_it(String typed, long kopecks) {
        assertThat(OwnSum.parse(typed)).isEqualTo(new OwnSum.Sum(Money.ofKopecks(kopecks)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"сто", "-100", "1,956.85", "1e5", "12.", ",5", "١٢٣", "100$", "9999999999999"})
    void what_is_no_sum_is_asked_again(String typed) {
        assertThat(OwnSum.parse(typed)).isInstanceOf(OwnSum.NotANumber.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0,99", "0.5"})
    void less_than_a_rouble_is_too_little(String typed) {
        assertThat(OwnSum.parse(typed)).isInstanceOf(OwnSum.TooLittle.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500000,01", "500001", "999999999999"})
    void more_than_half_a_million_is_too_much(String typed) {
        assertThat(OwnSum.parse(typed)).isInstanceOf(OwnSum.TooMuch.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,001", "1956,855"})
    void there_is_no_part_of_a_kopeck(String typed) {
        assertThat(OwnSum.parse(typed)).isInstanceOf(OwnSum.FractionOfKopeck.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0", "₽"})
    void nothing_is_nothing(String typed) {
        assertThat(OwnSum.parse(typed)).isInstanceOf(OwnSum.Blank.class);
    }
}
