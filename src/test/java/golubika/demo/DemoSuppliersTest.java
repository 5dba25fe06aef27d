package golubika.demo;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.AccountNumberFormat.Parsed;
import golubika.suppliers.Supplier;
import golubika.suppliers.Switches;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSuppliersTest {

    private final List<Supplier> suppliers =
            DemoSuppliers.all().stream().map(DemoSuppliers.Described::supplier).toList();

    @Test
    void the_suppliers_of_the_documents_are_there_with_their_full_names() {
        assertThat(suppliers)
                .extracting(Supplier::fullName)
                .containsExactlyInAnyOrder(
                        "Межрегионгаз Воронеж",
                        "Межрегионгаз Жигулевск",
                        "Межрегионгаз Иваново",
                        "Межрегионгаз Ижевск",
                        "Межрегионгаз Йошкар-Ола",
                        "Межрегионгаз Калуга",
                        "Межрегионгаз Краснодар",
                        "Межрегионгаз Кемерово",
                        "Межрегионгаз Киров",
                        "Межрегионгаз Псков",
                        "Межрегионгаз Пятигорск (Республика Дагестан)",
                        "Межрегионгаз Пятигорск (Республика Ингушетия)",
                        "Межрегионгаз Пятигорск (Кабардино-Балкарская Республика)",
                        "Межрегионгаз Пятигорск (Карачаево-Черкесская Республика)",
                        "Межрегионгаз Пятигорск (Республика Северная Осетия — Алания)",
                        "Межрегионгаз Ростов-на-Дону",
                        "Межрегионгаз Рязань",
                        "Межрегионгаз Самара",
                        "Межрегионгаз Санкт-Петербург");
    }

    @ParameterizedTest
    @CsvSource({
        "spb, 702062012, 702062012",
        "spb, 7020 62012, 702062012",
        "ptg-dag, 58 12345678, 5812345678",
        "kirov, 023-185952, 23185952",
        "kirov, 23185952, 23185952",
        "kaluga, 0407012345, 407012345"
    })
    void a_number_is_understood_as_typed(String code, String typed, String canonical) {
        assertThat(supplier(code).accountNumber().parse(typed)).isEqualTo(new Parsed.Canonical(canonical));
    }

    @ParameterizedTest
    @CsvSource({"spb, 70206201", "spb, 7020620123", "ptg-dag, 12345678", "kaluga, 12345678901", "kirov, 1234567890"})
    void a_number_of_another_length_is_not(String code, String typed) {
        assertThat(supplier(code).accountNumber().parse(typed)).isInstanceOf(Parsed.WrongLength.class);
    }

    @Test
    void the_hints_are_those_of_the_documents() {
        assertThat(supplier("kaluga").accountNumber().hint())
                .isEqualTo("Лицевой счёт должен содержать не более 10 цифр.");
        assertThat(supplier("ptg-dag").accountNumber().hint())
                .isEqualTo("Укажите двузначный код абонентского пункта/сектора и номер лицевого счёта, указанные на"
                        + " квитанции, без пробелов и запятых. Пример: 5812345678, где 58 – код абонентского"
                        + " пункта/сектора, 12345678 – номер лицевого счёта.");
        assertThat(supplier("kirov").accountNumber().print("23185952")).isEqualTo("023-185952");
    }

    @Test
    void every_switch_is_off_somewhere_and_usual_ones_are_on_where_newcomers_look() {
        List<Predicate<Switches>> usual = List.of(
                Switches::fullByPin,
                Switches::fullBySerial,
                Switches::readingsInBasic,
                Switches::readingsInFull,
                Switches::paymentInBasic,
                Switches::paymentInFull,
                Switches::historyInBasic,
                Switches::zeroUse,
                Switches::rollOver,
                Switches::readingsAfterVerification);
        assertThat(usual).allSatisfy(on -> {
            assertThat(suppliers).anyMatch(supplier -> !on.test(supplier.switches()));
            assertThat(List.of("ptg-dag", "spb", "kirov", "kaluga"))
                    .allMatch(code -> on.test(supplier(code).switches()));
        });
        assertThat(suppliers).noneMatch(supplier -> supplier.switches().fullByDefault());
        assertThat(suppliers).anyMatch(supplier -> supplier.switches().fullByCharge());
    }

    private Supplier supplier(String code) {
        return suppliers.stream()
                .filter(supplier -> supplier.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
