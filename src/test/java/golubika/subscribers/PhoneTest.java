package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Phones as logins.
class PhoneTest {

    @ParameterizedTest(name = "«{0}»")
    @ValueSource(
            strings = {
                "+79001234567",
                "+7 900 123-45-67",
                "8 (900) 123-45-67",
                "8(900)1234567",
                "9001234567",
                "79001234567",
                "900 123 45 67",
                "8.900.123.45.67",
                "+7\u00a0900\u00a0123\u201145\u201167",
                "+7 (900) 123–45–67",
                "８９００１２３４５６７",
                "＋７ ９００ １２３ ４５ ６７",
                " +7 900 123 45 67 ",
                "+8 900 123 45 67",
                "8 10 7 900 123 45 67",
                "\u202a+7 900 123 45 67\u202c",
                "(+7) 900 123-45-67",
            })
    void a_phone_has_one_spelling(String typed) {
        assertThat(Login.read(typed)).isEqualTo(new Login.Reading.Good(new Login("+79001234567")));
    }

    @ParameterizedTest(name = "«{0}»: {1}")
    @CsvSource({
        "+7 900 123-45-6, PHONE_SHORT",
        "8 900 123-45-6, PHONE_SHORT",
        "900, PHONE_SHORT",
        "+7 900 123-45-678, PHONE_LONG",
        "8 900 123-45-67-8, PHONE_LONG",
        "8 495 123-45-67, PHONE_LANDLINE",
        "812 345-67-89, PHONE_LANDLINE",
        "8 800 200-06-00, PHONE_LANDLINE",
        "+1 212 555-26-71, PHONE_FOREIGN",
        "+380 50 123 45 67, PHONE_FOREIGN",
        "+7 701 123-45-67, PHONE_UNKNOWN",
        "+7 000 123-45-67, PHONE_UNKNOWN",
        "vera9001234567, NO_AT",
        "+, NO_AT",
    })
    void what_is_no_mobile_phone_is_told_why(String typed, Login.Fault fault) {
        assertThat(Login.read(typed)).isEqualTo(new Login.Reading.Bad(fault));
    }

    @ParameterizedTest(name = "«{0}»: {1}")
    @CsvSource({"+7 900 123-45-6, 9", "8 900 123-45-6, 9", "900, 3", "8 900 123-45-67-8, 11"})
    void digits_are_counted_after_the_prefix(String typed, int digits) {
        assertThat(MobilePhone.digits(typed)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"+79001234567, +7 900 123-45-67, PHONE", "vera@example.com, vera@example.com, MAIL"})
    void a_login_is_printed_as_people_read_it(String value, String printed, Login.Kind kind) {
        var login = Login.of(value);

        assertThat(login.printed()).isEqualTo(printed);
        assertThat(login.kind()).isEqualTo(kind);
    }

    @Property(tries = 300)
    void a_printed_phone_reads_as_itself(@ForAll("phones") String phone) {
        var login = Login.of(phone);

        assertThat(login.value()).isEqualTo(phone);
        assertThat(Login.of(login.printed())).isEqualTo(login);
        assertThat(Login.of(login.printed()).printed()).isEqualTo(login.printed());
    }

    @Property(tries = 1000)
    void whatever_stands_between_the_digits_the_phone_is_the_same(@ForAll("spelled") Spelled spelled) {
        assertThat(Login.read(spelled.typed)).isEqualTo(new Login.Reading.Good(new Login(spelled.phone)));
    }

    record Spelled(String phone, String typed) {}

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.longs().between(900_000_0000L, 999_999_9999L).map(digits -> "+7" + digits);
    }

    @Provide
    Arbitrary<Spelled> spelled() {
        var prefixes = Arbitraries.of("+7", "8", "7", "");
        var separators = Arbitraries.of("", "", " ", "-", ".", "\u00a0", "\u2009", "(", ")", "–", "‑", "/", " - ")
                .list()
                .ofSize(11);
        var wide = Arbitraries.of(true, false);
        return Combinators.combine(phones(), prefixes, separators, wide).as((phone, prefix, between, full) -> {
            var typed = new StringBuilder(prefix);
            for (var i = 2; i < phone.length(); i++) {
                typed.append(between.get(i - 2)).append(phone.charAt(i));
            }
            return new Spelled(phone, full ? fullWidth(typed.toString()) : typed.toString());
        });
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();
    }
}
