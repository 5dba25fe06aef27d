package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "195685 | 1 956,85 ₽",
                "-195685 | −1 956,85 ₽",
                "0 | 0,00 ₽",
                "5 | 0,05 ₽",
                "123456789012 | 1 234 567 890,12 ₽"
            })
    void sums_are_written_as_people_write_them(long kopecks, String written) {
        assertThat(Format.money(Money.ofKopecks(kopecks)).replace('\u00a0', ' '))
                .isEqualTo(written);
    }

    @Property
    void a_written_sum_reads_back_to_the_kopeck(
            @ForAll @LongRange(min = -9_999_999_999_999L, max = 9_999_999_999_999L) long kopecks) {
        var written = Format.amount(Money.ofKopecks(kopecks));

        assertThat(written).matches("−?\\d{1,3}(\u00a0\\d{3})*,\\d\\d");
        assertThat(new BigDecimal(
                                written.replace("\u00a0", "").replace(',', '.').replace('−', '-'))
                        .movePointRight(2)
                        .longValueExact())
                .isEqualTo(kopecks);
    }

    @Property
    void a_plain_number_says_no_more_and_no_less_than_it_is(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long digits,
            @ForAll @IntRange(max = 6) int decimals) {
        var number = BigDecimal.valueOf(digits, decimals);
        var written = Format.plain(number);

        assertThat(new BigDecimal(
                        written.replace("\u00a0", "").replace(',', '.').replace('−', '-')))
                .isEqualByComparingTo(number);
        assertThat(written).doesNotMatch(".*,\\d*0");
    }

    @Test
    void prices_keep_their_five_decimals() {
        assertThat(Format.price(new BigDecimal("4.37507"))).isEqualTo("4,37507\u00a0₽");
        assertThat(Format.price(new BigDecimal("8.94"))).isEqualTo("8,94000\u00a0₽");
    }

    @Test
    void readings_show_the_leading_zeros_of_the_counter() {
        assertThat(Format.reading(1284, 5)).isEqualTo("01\u00a0284");
        assertThat(Format.reading(27927, 5)).isEqualTo("27\u00a0927");
    }

    @Test
    void volumes_drop_empty_decimals() {
        assertThat(Format.volume(new BigDecimal("214.00000"))).isEqualTo("214\u00a0м³");
        assertThat(Format.volume(new BigDecimal("24.50"))).isEqualTo("24,5\u00a0м³");
        assertThat(Format.volume(new BigDecimal("100"))).isEqualTo("100\u00a0м³");
    }

    @Test
    void days_and_months_stand_in_words() {
        assertThat(Format.day(LocalDate.of(2026, 11, 15))).isEqualTo("15\u00a0ноября");
        assertThat(Format.month(BillingMonth.of(2026, 5))).isEqualTo("Май 2026");
        assertThat(Format.numericDate(LocalDate.of(2015, 7, 2))).isEqualTo("02.07.2015");
    }

    @ParameterizedTest
    @CsvSource({"1, день", "2, дня", "5, дней", "11, дней", "21, день", "112, дней", "104, дня", "0, дней"})
    void words_agree_with_their_number(long number, String word) {
        assertThat(Format.plural(number, "день", "дня", "дней")).isEqualTo(word);
    }
}
