package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.bills.PrintedPins;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.suppliers.Switches;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each switch of a supplier, turned over, and what its households see of it.
@PortalTest
class SwitchesTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    OpenFull openFull;

    @Autowired
    Links links;

    @Autowired
    Visitors visitors;

    @Autowired
    Pins pins;

    @Autowired
    PrintedPins printedPins;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
    }

    /// What one visitor can ask of an account.
    record Home(Visitor visitor, String address) {

        String page() {
            return visitor.get(address).text();
        }

        String bill() {
            return visitor.get(address + "/bills/" + OCTOBER).text();
        }

        String bills() {
            return visitor.get(address + "/bills").text();
        }

        int status(String page) {
            return visitor.get(address + page).status();
        }

        Visitor.Answer post(String page, Map<String, String> fields) {
            return visitor.post(address + page, fields);
        }
    }

    static Stream<Arguments> switches() {
        return Stream.of(
                seen("fullByPin", AccessLevel.BASIC, home -> home.page().contains("PIN-код из квитанции"), true),
                seen("fullByPin", AccessLevel.BASIC, home -> opens(home, "pin", "482915"), true),
                seen("fullBySerial", AccessLevel.BASIC, home -> home.page().contains("Серийный номер счётчика"), true),
                seen("fullBySerial", AccessLevel.BASIC, home -> opens(home, "serial", "00417385"), true),
                seen(
                        "fullByCharge",
                        AccessLevel.BASIC,
                        home -> home.page().contains("Сумма последнего начисления"),
                        false),
                seen("fullByCharge", AccessLevel.BASIC, home -> opens(home, "charge", "1913,16"), false),
                seen("fullByCharge", AccessLevel.BASIC, home -> home.page().contains("1\u00a0913,16"), true),
                seen(
                        "fullByCharge",
                        AccessLevel.BASIC,
                        home -> home.page().contains("История изменений по услугам"),
                        true),
                seen("fullByDefault", AccessLevel.BASIC, home -> home.page().contains("Клюквина"), false),
                seen("fullByPin", AccessLevel.BASIC, home -> home.status("/application") == 200, true),
                seen("pinByApplication", AccessLevel.BASIC, home -> home.page().contains("Отправить заявку"), true),
                seen("pinByApplication", AccessLevel.BASIC, home -> home.status("/application") == 200, true),
                seen("readingsInBasic", AccessLevel.BASIC, home -> home.page().contains("Передать показания"), true),
                seen("readingsInBasic", AccessLevel.BASIC, home -> home.status("/readings") == 200, true),
                seen("readingsInBasic", AccessLevel.BASIC, home -> sends(home, "28000"), true),
                seen("readingsInFull", AccessLevel.FULL, home -> home.page().contains("Передать показания"), true),
                seen("readingsInFull", AccessLevel.FULL, home -> sends(home, "28000"), true),
                seen("paymentInBasic", AccessLevel.BASIC, home -> home.page().contains("Оплатить онлайн"), true),
                seen("paymentInBasic", AccessLevel.BASIC, home -> home.status("/pay") == 200, true),
                seen("paymentInFull", AccessLevel.FULL, home -> home.page().contains("Оплатить онлайн"), true),
                seen("paymentInFull", AccessLevel.FULL, home -> home.status("/pay") == 200, true),
                seen(
                        "historyInBasic",
                        AccessLevel.BASIC,
                        home -> home.page().contains("История изменений по услугам"),
                        true),
                seen("zeroUse", AccessLevel.FULL, home -> sends(home, "27927"), true),
                seen("rollOver", AccessLevel.FULL, home -> sends(home, "10"), true),
                seen("pinOnBill", AccessLevel.FULL, home -> home.bill().contains("482915"), false),
                seen("paperless", AccessLevel.FULL, home -> home.bills().contains("Отказаться от бумажной"), true),
                seen("readingsAfterVerification", AccessLevel.FULL, home -> sendsExpired(home), false));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("switches")
    void a_switch_decides(String name, AccessLevel level, Function<Home, Boolean> seen, boolean usually) {
        assertThat(seen.apply(home(name, level))).as("usually").isEqualTo(usually);
        assertThat(seen.apply(home(name, level, name)))
                .as("%s turned over", name)
                .isEqualTo(!usually);
    }

    @Test
    void no_switch_is_left_out() {
        var named = switches().map(row -> (String) row.get()[0]).distinct().toList();
        var all = Arrays.stream(Switches.class.getRecordComponents())
                .filter(one -> one.getType() == boolean.class)
                .map(RecordComponent::getName)
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(all);
    }

    private static Arguments seen(String name, AccessLevel level, Function<Home, Boolean> seen, boolean usually) {
        return Arguments.of(name, level, seen, usually);
    }

    private static boolean opens(Home home, String kind, String typed) {
        return home.post("/full", Map.of("proof", kind, kind, typed)).status() == 302;
    }

    private static boolean sends(Home home, String value) {
        return home.post("/readings", Map.of("now1", value, "sure1", value)).status() == 302;
    }

    private static boolean sendsExpired(Home home) {
        return sends(home, "28000");
    }

    private Home home(String about, AccessLevel level, String... turned) {
        var code = new SupplierCode("switch-" + (turned.length == 0 ? "usual" : turned[0].toLowerCase(Locale.ROOT)));
        ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped(turned));
        var account = AnAccount.of(jdbc, code, Long.toString(1_000_000 + System.nanoTime() % 8_000_000))
                .withPin(pins, "482915")
                .withMeter("M1", "00417385", 5, about.equals("rollOver") ? 99_998 : 27_927)
                .charged(OCTOBER, 214, "8.94", 191_316)
                .charged(OCTOBER.plus(-1), 71, "8.94", 63_474)
                .closedAt(OCTOBER.plus(-1), 63_474, LocalDate.of(2026, 10, 5))
                .closedAt(OCTOBER, 200_000, LocalDate.of(2026, 11, 5));
        jdbc.sql("update balance set accrued = 191316, saldo_in = 8684 where account_id = :id and saldo_out = 200000")
                .param("id", account.id().value())
                .update();
        jdbc.sql("insert into printed_pin (account_id, pin_hash, sealed) values (:id, :hash, :sealed)")
                .param("id", account.id().value())
                .param("hash", pins.hash(account.id(), "482915"))
                .param("sealed", printedPins.seal(account.id(), "482915"))
                .update();
        if (about.equals("readingsAfterVerification")) {
            account.verifiedUntil(LocalDate.of(2026, 1, 1));
        }
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(code), account.number());
        if (level == AccessLevel.FULL) {
            var link = links.find(household.id(), account.id()).orElseThrow();
            openFull.open(household.id(), link, "pin", "482915", Caller.PORTAL);
        }
        return new Home(visitors.signedIn(household), "/accounts/" + account.id());
    }
}
