package golubika.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCodeTest {

    /// The vector of `domain` 3.1.
    private static final String VECTOR =
            "ST00012|Name=ООО \"Газ Пример\"|PersonalAcc=40702810600000000001|BankName=БАНК ОБРАЗЕЦ|BIC=049999999"
                    + "|CorrespAcc=30101810300000000999|PayeeINN=7700000016|KPP=770001001|PersAcc=23185952"
                    + "|LastName=Морошкин|FirstName=Иван|MiddleName=Иванович|PayerAddress=г.Пример, ул.Мира, д.1, кв.2"
                    + "|PaymPeriod=042026|CounterId=12345678|CounterVal=27927|Category=Газоснабжение"
                    + "|Purpose=Оплата газа ЛС 23185952 за 04.2026|Sum=195685|TechCode=02";

    @ParameterizedTest
    @CsvSource({"1, windows-1251, 419", "2, UTF-8, 505", "3, KOI8-R, 419"})
    void the_example_is_read_in_each_encoding_of_the_standard(char digit, String encoding, int size) {
        var bytes = ("ST0001" + digit + VECTOR.substring(7)).getBytes(Charset.forName(encoding));
        assertThat(bytes).hasSize(size);

        var code = PaymentCode.read(bytes).orElseThrow();

        assertThat(code.payeeInn()).contains("7700000016");
        assertThat(code.account()).contains("23185952");
        assertThat(code.field("LastName")).contains("Морошкин");
        assertThat(code.fields()).hasSize(19);
    }

    @Test
    void what_is_written_is_the_example_again() {
        var bytes = VECTOR.getBytes(StandardCharsets.UTF_8);

        assertThat(PaymentCode.read(bytes).orElseThrow().write()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", ";", "~", "^", "/"})
    void the_eighth_byte_separates_the_fields(String separator) {
        var code = read("ST00012" + separator + "PersAcc=1|2" + separator + "PayeeINN=7700000016");

        assertThat(code.account()).contains("1|2");
        assertThat(code.payeeInn()).contains("7700000016");
    }

    @Test
    void an_empty_tail_an_equals_sign_a_lower_case_key_and_inn_for_payeeinn_are_forgiven() {
        var code = read("ST00012|persAcc= 58 12345678 |INN=7700000016|Purpose=a=b|nonsense||Sum=|");

        assertThat(code.account()).contains("58 12345678");
        assertThat(code.payeeInn()).contains("7700000016");
        assertThat(code.field("Purpose")).contains("a=b");
        assertThat(code.field("Sum")).isEmpty();
    }

    @Test
    void a_field_that_comes_twice_counts_once_and_what_nobody_sees_is_dropped() {
        var code = read("ST00012|PersAcc=2318\u202e5952\u0000|PersAcc=99999999");

        assertThat(code.account()).contains("23185952");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ST00012|",
                "https://example.com/?a=b",
                "ST00022|PersAcc=1",
                "ST00010|PersAcc=1",
                "ST00014|PersAcc=1",
                "ST00012APersAcc=1",
                "st00012|PersAcc=1",
                " ST00012|PersAcc=1"
            })
    void what_is_no_payment_code_is_not_read(String text) {
        assertThat(PaymentCode.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void bytes_of_another_encoding_and_endless_ones_are_not_read() {
        assertThat(PaymentCode.read(("ST00012" + VECTOR.substring(7)).getBytes(Charset.forName("windows-1251"))))
                .isEmpty();
        assertThat(PaymentCode.read(
                        ("ST00012|PersAcc=" + "1".repeat(PaymentCode.LONGEST)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Property
    void any_bytes_at_all_are_read_or_not_and_break_nothing(@ForAll @Size(max = 600) byte[] tail) {
        var bytes = new byte[8 + tail.length];
        System.arraycopy("ST00012|".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        System.arraycopy(tail, 0, bytes, 8, tail.length);

        PaymentCode.read(bytes).ifPresent(code -> assertThat(code.fields()).doesNotContainKey(""));
    }

    @Property
    void what_is_written_reads_as_it_was(@ForAll @StringLength(min = 1, max = 60) String value) {
        var plain = PlainText.of(value);
        var fields = new LinkedHashMap<>(mandatory());
        fields.put("Purpose", plain);
        if ("|#;:^_~{}!$%&()*+,/@".chars().noneMatch(separator -> plain.indexOf(separator) < 0)) {
            return;
        }

        var read = PaymentCode.read(new PaymentCode(fields).write()).orElseThrow();

        assertThat(read.fields()).isEqualTo(fields);
    }

    @Test
    void a_value_with_the_usual_separator_takes_another() {
        var fields = new LinkedHashMap<>(mandatory());
        fields.put("Purpose", "газ|свет");

        assertThat(new String(new PaymentCode(fields).write(), StandardCharsets.UTF_8))
                .startsWith("ST00012#Name=");
    }

    @Test
    void without_a_mandatory_field_or_with_too_long_ones_nothing_is_written() {
        assertThatThrownBy(() -> new PaymentCode(Map.of("Name", "ООО")).write()).hasMessageContaining("PersonalAcc");
        var fields = new LinkedHashMap<>(mandatory());
        fields.put("Name", "Я".repeat(150));
        assertThatThrownBy(() -> new PaymentCode(fields).write()).hasMessageContaining("bytes");
    }

    private static Map<String, String> mandatory() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", "ООО \"Газ Пример\"");
        fields.put("PersonalAcc", "40702810600000000001");
        fields.put("BankName", "БАНК ОБРАЗЕЦ");
        fields.put("BIC", "049999999");
        fields.put("CorrespAcc", "30101810300000000999");
        return fields;
    }

    private static PaymentCode read(String text) {
        return PaymentCode.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
