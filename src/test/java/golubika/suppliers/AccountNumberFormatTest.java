package golubika.suppliers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.AccountNumberFormat.Parsed;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNumberFormatTest {

    private static final AccountNumberFormat UP_TO_TEN = format(4, 10, true);
    private static final AccountNumberFormat PETERSBURG = format(9, 9, false);
    private static final AccountNumberFormat DAGESTAN = format(10, 10, false);
    private static final AccountNumberFormat KIROV = format(4, 9, true, 3, 6);

    @ParameterizedTest
    @CsvSource({
        "702062012, 702062012",
        "702 062 012, 702062012",
        "7-0-2-0-6-2-0-1-2, 702062012",
        "000062012, 000062012",
    })
    void petersburg_has_nine_digits_and_keeps_its_zeros(String typed, String canonical) {
        assertThat(PETERSBURG.parse(typed)).isEqualTo(new Parsed.Canonical(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "5812345678, 5812345678",
        "58 12345678, 5812345678",
        "58-12345678, 5812345678",
        "58–1234 5678, 5812345678"
    })
    void dagestan_is_the_sector_and_the_account(String typed, String canonical) {
        assertThat(DAGESTAN.parse(typed)).isEqualTo(new Parsed.Canonical(canonical));
    }

    @ParameterizedTest
    @CsvSource({"023-185952, 23185952", "23185952, 23185952", "0023185952, 23185952", "023 185 952, 23185952"})
    void kirov_prints_zeros_and_a_dash_that_are_not_entered(String typed, String canonical) {
        assertThat(KIROV.parse(typed)).isEqualTo(new Parsed.Canonical(canonical));
        assertThat(KIROV.print("23185952")).isEqualTo("023-185952");
    }

    @ParameterizedTest
    @CsvSource({"12345678901, 11, false", "123, 3, true"})
    void a_number_of_the_wrong_length_is_told_how_long_it_is(String typed, int digits, boolean missing) {
        assertThat(UP_TO_TEN.parse(typed)).isEqualTo(new Parsed.WrongLength(digits, missing));
    }

    @ParameterizedTest
    @CsvSource({"58А2345678", "581234567.", "№5812345678", "٥٨١٢٣٤٥٦٧٨"})
    void letters_and_signs_are_no_number(String typed) {
        assertThat(DAGESTAN.parse(typed)).isInstanceOf(Parsed.NotDigits.class);
    }

    @Property
    void what_is_printed_is_read_back_as_the_same_number(@ForAll("canonical") Sample sample) {
        assertThat(sample.format().parse(sample.format().print(sample.number())))
                .isEqualTo(new Parsed.Canonical(sample.number()));
    }

    record Sample(AccountNumberFormat format, String number) {}

    @Provide
    Arbitrary<Sample> canonical() {
        return Arbitraries.of(UP_TO_TEN, PETERSBURG, DAGESTAN, KIROV)
                .flatMap(format -> Arbitraries.strings()
                        .numeric()
                        .ofMinLength(format.minDigits())
                        .ofMaxLength(format.maxDigits())
                        .filter(number -> !format.leadingZerosDropped() || number.charAt(0) != '0')
                        .map(number -> new Sample(format, number)));
    }

    private static AccountNumberFormat format(int least, int most, boolean zerosDropped, Integer... groups) {
        return new AccountNumberFormat(least, most, zerosDropped, List.of(groups), "подсказка", "1".repeat(most));
    }
}
