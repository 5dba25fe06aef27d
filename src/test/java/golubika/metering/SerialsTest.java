package golubika.metering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialsTest {

    @ParameterizedTest
    @CsvSource({
        "00421877,     00421877",
        "' 0042-1877 ', 00421877",
        "BK-G4 № 77/а, BKG477A",
        "вк-g4 77А,    BKG477A",
        "СГМБ 12,      CГMБ12",
        "№ -,          ''"
    })
    void serials_are_compared_by_letters_and_digits_alone(String written, String key) {
        assertThat(Serials.key(written)).isEqualTo(key);
    }
}
