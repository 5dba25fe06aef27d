package golubika.testing;

import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.Display;
import golubika.suppliers.Payee;
import golubika.suppliers.Supplier;
import golubika.suppliers.Supplier.DueDay;
import golubika.suppliers.Supplier.ReadingWindow;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.suppliers.Switches;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A supplier with everything usual switched on: readings until the 25th, payment until the 15th, up to 10 digits.
public final class ASupplier {

    public static final SupplierCode CODE = new SupplierCode("test");

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private ASupplier() {}

    public static Switches usual() {
        return new Switches(
                true, true, false, false, true, true, true, true, true, true, true, true, false, false, true, 5_000);
    }

    /// The usual switches with some turned over: `flipped("fullBySerial")`.
    public static Switches flipped(String... names) {
        var switches = usual();
        for (var name : names) {
            switches = Copy.of(switches, name, on -> !(boolean) on);
        }
        return switches;
    }

    public static Supplier usual(SupplierCode code) {
        return with(code, usual());
    }

    public static Supplier with(SupplierCode code, Switches switches) {
        return new Supplier(
                code,
                "Газ Пример",
                "Республика " + code,
                ZoneId.of("Europe/Moscow"),
                new AccountNumberFormat(4, 10, true, List.of(), "Не более 10 цифр", "23185952"),
                switches,
                List.of(new ReadingWindow(ALWAYS, 1, 25)),
                List.of(new DueDay(ALWAYS, 10), new DueDay(LocalDate.of(2026, 3, 1), 15)),
                List.of(new Payee(
                        Payee.Purpose.BANK,
                        "ООО \"Газ Пример\"",
                        "7700000016",
                        "770001001",
                        "40702810600000000001",
                        "БАНК ОБРАЗЕЦ",
                        "049999999",
                        "30101810300000000999")),
                Map.of("GAS", "Газ", "MAINT", "Обслуживание"),
                Map.of("ALL", "Отопление, вода, плита"),
                24,
                3,
                Supplier.USUAL_ANSWER_DAYS,
                "gas@example.com",
                "8 800 000-00-00",
                Display.ALL);
    }

    /// Puts the usual supplier in, with a price of gas from 1 July 2026 and the one before it.
    public static Supplier in(Suppliers suppliers, JdbcClient jdbc) {
        return in(suppliers, jdbc, CODE, UnaryOperator.identity());
    }

    public static Supplier in(
            Suppliers suppliers, JdbcClient jdbc, SupplierCode code, UnaryOperator<Switches> changed) {
        var supplier = with(code, changed.apply(usual()));
        suppliers.save(supplier);
        jdbc.sql("""
                insert into tariff (supplier, direction, service, valid_from, valid_to, price, unit, vat, order_no, as_of)
                values (:supplier, 'ALL', 'GAS', date '2026-07-01', null, 8.94000, 'M3', 22, '№ 00-Э', date '2026-07-01'),
                       (:supplier, 'ALL', 'GAS', date '2025-07-01', date '2026-06-30', 8.36000, 'M3', 20, '№ 00-Д', date '2026-07-01')
                on conflict do nothing
                """).param("supplier", code.value()).update();
        return supplier;
    }

    /// A norm of gas for each square metre of a home.
    public static void normByArea(JdbcClient jdbc, SupplierCode code, String cubicMetres) {
        jdbc.sql("""
                insert into norm (supplier, direction, service, valid_from, norm, unit, order_no, as_of)
                values (:supplier, 'ALL', 'GAS', date '2015-01-01', :norm, 'M3_M2', '№ 00-Н', date '2026-07-01')
                on conflict do nothing
                """)
                .param("supplier", code.value())
                .param("norm", new BigDecimal(cubicMetres))
                .update();
    }

    /// The supplier with something that it does not show.
    public static Supplier showing(Supplier usual, Display display) {
        return Copy.of(usual, "display", _ -> display);
    }
}
