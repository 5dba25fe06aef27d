package golubika.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.suppliers.Payee.Flaw;
import golubika.suppliers.Payee.Purpose;
import golubika.testing.ASupplier;
import golubika.testing.Copy;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayeeTest {

    private static final Payee RIGHT = new Payee(
            Purpose.BANK,
            "ООО \"Газ Пример\"",
            "7700000016",
            "770001001",
            "40702810600000000001",
            "БАНК ОБРАЗЕЦ",
            "049999999",
            "30101810300000000999");

    @ParameterizedTest
    @CsvSource({
        "name, '', MISSING",
        "bank, '', MISSING",
        "inn, 7700000017, INN_KEY",
        "inn, 770000001, INN_FORM",
        "inn, 770000001031, INN_KEY",
        "kpp, 77000100, KPP_FORM",
        "kpp, '', KPP_FORM",
        "bic, 04999999, BIC_FORM",
        "bic, 949999999, BIC_FORM",
        "account, 40702810600000000002, ACCOUNT_KEY",
        "account, 4070281060000000001, ACCOUNT_FORM",
        "correspondentAccount, 30101810300000000998, ACCOUNT_KEY",
        "correspondentAccount, 3010181030000000099X, ACCOUNT_FORM"
    })
    void what_money_could_not_follow_is_refused_at_its_field(String field, String value, Flaw flaw) {
        assertThatThrownBy(() -> with(field, value)).rootCause().isInstanceOfSatisfying(Payee.Wrong.class, wrong -> {
            assertThat(wrong.field()).isEqualTo(field);
            assertThat(wrong.flaw()).isEqualTo(flaw);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7838016481", "7707049388", "7700000016"})
    void known_numbers_of_taxpayers_fit(String inn) {
        assertThatCode(() -> with("inn", inn)).doesNotThrowAnyException();
    }

    @Test
    void a_sole_trader_has_a_number_of_twelve_digits_and_no_kpp() {
        var sole = new Payee(
                Purpose.BANK, "ИП Морошкин И. И.", "770000001030", "", RIGHT.account(), RIGHT.bank(), RIGHT.bic(), "0");
        assertThat(sole.kpp()).isEmpty();
    }

    @Test
    void the_account_for_agents_fits_as_well_and_must_be_another_one() {
        var agents = with("account", "40821810400000000001");
        assertThat(agents.isExample()).isTrue();
        var twice = List.of(RIGHT, Copy.of(RIGHT, "purpose", _ -> Purpose.PAYMENT_AGENT));
        assertThatThrownBy(() -> Copy.of(ASupplier.usual(ASupplier.CODE), "payees", _ -> twice))
                .rootCause()
                .isInstanceOfSatisfying(
                        Payee.Wrong.class, wrong -> assertThat(wrong.flaw()).isEqualTo(Flaw.SAME_ACCOUNT));
    }

    @Test
    void what_a_payment_code_cannot_hold_is_refused() {
        assertThatThrownBy(() -> with("name", "я".repeat(161))).hasRootCauseInstanceOf(Payee.Wrong.class);
        assertThatThrownBy(() -> with("bank", "я".repeat(46))).hasRootCauseInstanceOf(Payee.Wrong.class);
        assertThatThrownBy(() -> with("name", "я".repeat(100))).hasRootCauseInstanceOf(Payee.Wrong.class);
    }

    @Property
    void one_wrong_digit_is_always_found(
            @ForAll @IntRange(max = 19) int place, @ForAll @IntRange(min = 1, max = 9) int off) {
        var digits = RIGHT.account().toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + off) % 10);
        assertThat(ControlKeys.ofAccount(RIGHT.bic(), new String(digits))).isFalse();
    }

    private static Payee with(String field, String value) {
        return Copy.of(RIGHT, field, _ -> value);
    }
}
