package golubika.accounts;

import static golubika.accounts.AccessLevel.BASIC;
import static golubika.accounts.AccessLevel.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Switches;
import golubika.testing.ASupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedTest {

    @ParameterizedTest
    @CsvSource({
        "SEE, true, true",
        "SEE_HISTORY, true, true",
        "SEE_PERSON, false, true",
        "SEE_BILLS, false, true",
        "SEE_PIN, false, false",
        "GO_PAPERLESS, false, true",
        "SEND_READING, true, true",
        "PAY, true, true",
        "APPLY, true, false",
    })
    void with_everything_on_only_the_person_is_hidden_from_the_basic_version(Deed deed, boolean basic, boolean full) {
        assertThat(deed.allowed(BASIC, ASupplier.usual())).isEqualTo(basic);
        assertThat(deed.allowed(FULL, ASupplier.usual())).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "SEE, true, true",
        "SEE_HISTORY, false, true",
        "SEE_PERSON, false, true",
        "SEE_BILLS, false, true",
        "SEE_PIN, false, false",
        "GO_PAPERLESS, false, false",
        "SEND_READING, false, false",
        "PAY, false, false",
        "APPLY, false, false",
    })
    void each_switch_of_the_supplier_closes_its_deed(Deed deed, boolean basic, boolean full) {
        var off = new Switches(
                false, false, false, false, false, false, false, false, false, false, false, false, false, false, false,
                0);

        assertThat(deed.allowed(BASIC, off)).isEqualTo(basic);
        assertThat(deed.allowed(FULL, off)).isEqualTo(full);
    }
}
