package golubika.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "платил картой 2200 0000 0000 0004 вчера, платил картой •••• 0004 вчера",
        "4111111111111111, •••• 1111",
        "42222222222222220, •••• 2220",
        "'4111\u00a01111\u00a01111\u00a01111', •••• 1111",
        "карта 5555-5555-5555-4444., карта •••• 4444."
    })
    void the_number_of_a_card_is_struck_out(String typed, String kept) {
        assertThat(Words.of(typed)).isEqualTo(kept);
        assertThat(Words.namesCard(typed)).isTrue();
    }

    /// Accounts, ЕЛС, payments, phones, bank accounts, readings.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "407012345",
                "023-185952",
                "10ВА123456",
                "+7 900 123-45-67",
                "40702810600000000001",
                "4111111111111112",
                "27 713 и 27 642",
                "24d5ba1f-000f-5000-8000-11111111111a"
            })
    void other_numbers_stay(String typed) {
        assertThat(Words.of(typed)).isEqualTo(typed);
        assertThat(Words.namesCard(typed)).isFalse();
    }

    @Test
    void lines_stay_and_what_nobody_sees_goes() {
        assertThat(Words.of("\n\n Здравствуйте.\u202e  \r\n\r\n\r\n\r\nНе  \u0000сошлось\n \n"))
                .isEqualTo("Здравствуйте.\n\nНе сошлось");
        assertThat(Words.of(" \u200b \n\t")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Здравствуйте. Не приходит код из СМС. Что делать? | Не приходит код из СМС",
                "Добрый день! почему такая сумма? | Почему такая сумма",
                "здравствуйте | ''",
                "Приветствую. Счёт не тот | Счёт не тот",
                "Приветливый контролёр | Приветливый контролёр",
                "Расход 1.5 м³ | Расход 1.5 м³",
                "В квитанции за сентябрь семьдесят один кубометр, а я передавала другое | В квитанции за сентябрь семьдесят один кубометр, а я…"
            })
    void a_request_is_called_by_its_first_sentence(String words, String subject) {
        assertThat(Words.subject(words)).isEqualTo(subject);
    }

    @Test
    void a_word_without_end_is_cut_between_letters() {
        assertThat(Words.subject("😀".repeat(100))).hasSizeLessThan(70).endsWith("😀…");
    }
}
