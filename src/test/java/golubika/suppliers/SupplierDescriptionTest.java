package golubika.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.demo.DemoSuppliers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierDescriptionTest {

    private final SupplierDescription descriptions = new SupplierDescription();

    private static String kaluga() {
        return DemoSuppliers.all().stream()
                .filter(described -> described.supplier().code().value().equals("kaluga"))
                .findFirst()
                .orElseThrow()
                .description();
    }

    @Test
    void a_supplier_of_one_region_needs_no_region_in_its_name() {
        assertThat(descriptions.read(kaluga()).fullName()).isEqualTo("Межрегионгаз Калуга");
    }

    @Test
    void a_described_supplier_is_stored_as_it_is() {
        var supplier = descriptions.read(kaluga());
        assertThat(descriptions.stored(descriptions.write(supplier))).isEqualTo(supplier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "timeZone", "historyMonths", "supportEmail", "  hint", "  paymentInBasic", "  example"})
    void a_description_that_leaves_something_out_is_refused(String property) {
        var name = property.strip();
        var without = kaluga().replaceFirst("(?m)^" + property + ":.*$(\n    .*$)?", "");
        assertThatThrownBy(() -> descriptions.read(without))
                .isInstanceOf(SupplierDescription.Invalid.class)
                .hasMessageContaining(name);
    }

    @Test
    void an_unknown_property_is_refused() {
        assertThatThrownBy(() -> descriptions.read(kaluga() + "colour: blue\n"))
                .isInstanceOf(SupplierDescription.Invalid.class)
                .hasMessageContaining("colour");
    }
}
