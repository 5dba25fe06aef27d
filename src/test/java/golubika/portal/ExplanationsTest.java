package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.Account;
import golubika.accounts.AccountId;
import golubika.charges.Charge;
import golubika.charges.Charge.Cause;
import golubika.charges.Charge.Method;
import golubika.charges.Law;
import golubika.metering.Meter;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ExplanationsTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final Law LAW = new Law(new ClassPathResource("law.yaml"));

    @ParameterizedTest
    @CsvSource({
        "NORM, ACTIVE, 2026-10-30, VERIFICATION_EXPIRED",
        "NORM, ACTIVE, 2026-10-31,",
        "NORM, BROKEN, 2031-05-14, SEAL_BROKEN",
        "NORM, ON_VERIFICATION, 2031-05-14, ON_VERIFICATION",
        "AVERAGE, ON_VERIFICATION, 2031-05-14, ON_VERIFICATION",
        "AVERAGE, ACTIVE, 2031-05-14,",
        "METER, BROKEN, 2031-05-14,",
        "FIXED, BROKEN, 2031-05-14,",
    })
    void the_newest_month_is_explained_by_how_the_meter_stands(
            Method method, Meter.Status status, LocalDate validTo, @Nullable Cause cause) {
        assertThat(cause(line(method, null), List.of(meter(status, validTo)), true))
                .isEqualTo(cause);
    }

    @Test
    void what_the_billing_says_comes_first() {
        var broken = meter(Meter.Status.BROKEN, LocalDate.of(2031, 5, 14));

        assertThat(cause(line(Method.NORM, Cause.NO_READING), List.of(broken), true))
                .isEqualTo(Cause.NO_READING);
    }

    @Test
    void of_older_months_the_meters_of_today_say_nothing() {
        var broken = meter(Meter.Status.BROKEN, LocalDate.of(2031, 5, 14));

        assertThat(cause(line(Method.NORM, null), List.of(broken), false)).isNull();
        assertThat(cause(line(Method.NORM, null), List.of(), false)).isNull();
        assertThat(cause(line(Method.NORM, null), List.of(), true)).isEqualTo(Cause.NO_METER);
    }

    @Test
    void meters_that_stand_differently_say_nothing_of_a_line_without_its_meter() {
        var broken = meter(Meter.Status.BROKEN, LocalDate.of(2031, 5, 14));
        var working = meter(Meter.Status.ACTIVE, LocalDate.of(2031, 5, 14));

        assertThat(cause(line(Method.NORM, null), List.of(broken, working), true))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "METER,, пункт 25",
        "AVERAGE,, пункты 30 и 31",
        "AVERAGE, NO_READING, пункт 31",
        "AVERAGE, ON_VERIFICATION, пункт 30",
        "NORM, NO_METER, пункт 32",
        "NORM, SEAL_BROKEN, пункт 28",
    })
    void every_method_has_its_ground(Method method, @Nullable Cause cause, String points) {
        assertThat(LAW.ground(method, cause, OCTOBER.lastDay()).orElseThrow())
                .contains(points + " (постановление Правительства РФ от 21.07.2008 № 549)");
    }

    @Test
    void law_that_was_not_in_force_yet_is_not_cited() {
        assertThat(LAW.ground(Method.METER, null, LocalDate.of(2008, 7, 20))).isEmpty();
        assertThat(LAW.ground(Method.FIXED, null, OCTOBER.lastDay())).isEmpty();
    }

    private static @Nullable Cause cause(Charge line, List<Meter> meters, boolean newest) {
        var account = new Account(
                AccountId.of(ASupplier.CODE, "1"), null, null, null, null, "ALL", false, LocalDate.of(2026, 11, 5));
        var supplier = ASupplier.usual(new SupplierCode("test"));
        return new Explanations(supplier, account, meters, List.of(), List.of(), LAW, newest)
                .of(List.of(line))
                .getFirst()
                .cause();
    }

    private static Meter meter(Meter.Status status, LocalDate validTo) {
        return new Meter("M1", 1, "00417385", null, 5, null, validTo, true, status, null, null, null, null);
    }

    private static Charge line(Method method, @Nullable Cause cause) {
        return new Charge(
                OCTOBER,
                "1",
                "GAS",
                method,
                null,
                null,
                null,
                null,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Money.ofKopecks(1_000),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                cause,
                null);
    }
}
