package golubika.registers;

import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.Display;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Switches;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Suppliers that belong to one test alone.
final class TestSupplier {

    static final AccountNumberFormat UP_TO_TEN = new AccountNumberFormat(
            1, 10, false, List.of(), "Лицевой счёт должен содержать не более 10 цифр", "1234567890");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestSupplier() {}

    static Supplier fresh() {
        return with(UP_TO_TEN);
    }

    static Supplier with(AccountNumberFormat format) {
        return of("reg-" + COUNT.incrementAndGet(), format);
    }

    static Supplier of(String code, AccountNumberFormat format) {
        return new Supplier(
                new SupplierCode(code),
                "Межрегионгаз Черника",
                null,
                ZoneId.of("Europe/Moscow"),
                format,
                new Switches(
                        true, true, false, false, true, true, true, true, true, true, true, true, true, false, false,
                        1000),
                List.of(),
                List.of(),
                List.of(),
                Map.of("GAS", "Газоснабжение"),
                Map.of("HEAT", "Отопление", "COOK", "Приготовление пищи"),
                24,
                3,
                2,
                "help@example.ru",
                "104",
                Display.ALL);
    }
}
