package golubika.demo;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.AccountNumberFormat.Parsed;
import golubika.suppliers.Supplier;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// The account numbers of every supplier of the demo, as the bill prints them and as people type them.
class DemoNumbersTest {

    private static final List<Supplier> SUPPLIERS =
            DemoSuppliers.all().stream().map(DemoSuppliers.Described::supplier).toList();
    private static final String SEPARATORS = " -\u2013\u2212\u00a0\u2009\t";

    /// A canonical number of some supplier.
    record Numbered(Supplier supplier, String number) {
        AccountNumberFormat format() {
            return supplier.accountNumber();
        }
    }

    @Provide
    Arbitrary<Numbered> numbers() {
        return Arbitraries.of(SUPPLIERS).flatMap(supplier -> {
            var format = supplier.accountNumber();
            return Arbitraries.strings()
                    .numeric()
                    .ofMinLength(format.minDigits())
                    .ofMaxLength(format.maxDigits())
                    .filter(number -> !format.leadingZerosDropped() || !number.startsWith("0"))
                    .map(number -> new Numbered(supplier, number));
        });
    }

    @Property
    void what_the_bill_prints_is_read_as_the_number_it_was_printed_from(@ForAll("numbers") Numbered account) {
        var printed = account.format().print(account.number());
        var read = account.format().parse(printed);

        assertThat(read).isEqualTo(new Parsed.Canonical(account.number()));
        assertThat(account.format().print(((Parsed.Canonical) read).number())).isEqualTo(printed);
    }

    @Property
    void spaces_and_dashes_anywhere_change_nothing(
            @ForAll("numbers") Numbered account, @ForAll List<@IntRange(max = 1000) Integer> slips) {
        var typed = new StringBuilder(account.format().print(account.number()));
        for (var slip : slips) {
            typed.insert(slip % (typed.length() + 1), SEPARATORS.charAt(slip % SEPARATORS.length()));
        }

        assertThat(account.format().parse(typed.toString())).isEqualTo(new Parsed.Canonical(account.number()));
    }

    @Property
    void zeros_in_front_matter_only_where_they_are_part_of_the_number(
            @ForAll("numbers") Numbered account, @ForAll @IntRange(min = 1, max = 4) int zeros) {
        var typed = "0".repeat(zeros) + account.number();
        var read = account.format().parse(typed);

        if (account.format().leadingZerosDropped()) {
            assertThat(read).isEqualTo(new Parsed.Canonical(account.number()));
        } else if (typed.length() > account.format().maxDigits()) {
            assertThat(read).isEqualTo(new Parsed.WrongLength(typed.length(), false));
        } else {
            assertThat(read).isEqualTo(new Parsed.Canonical(typed));
        }
    }

    @Property
    void a_letter_among_the_digits_is_no_number(
            @ForAll("numbers") Numbered account, @ForAll @IntRange(max = 9) int place) {
        var typed = new StringBuilder(account.number());
        typed.insert(place % typed.length(), 'О');

        assertThat(account.format().parse(typed.toString())).isEqualTo(new Parsed.NotDigits());
    }
}
