package golubika.demo.billing;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Receipt;
import golubika.demo.DemoSuppliers;
import golubika.metering.Reading;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DemoBillingTest {

    private static final List<Supplier> SUPPLIERS =
            DemoSuppliers.all().stream().map(DemoSuppliers.Described::supplier).toList();

    @Provide
    Arbitrary<DemoBilling> billings() {
        var beginnings = Arbitraries.integers().between(0, 60).map(BillingMonth.of(2023, 1)::plus);
        return beginnings.flatMap(first -> Arbitraries.longs().map(seed -> new DemoBilling(seed, SUPPLIERS, first)));
    }

    @Property(tries = 8)
    void every_line_is_volume_times_coefficient_times_price_rounded_once(@ForAll("billings") DemoBilling billing) {
        lines(billing)
                .forEach(line -> assertThat(line.accrued())
                        .as("%s", line)
                        .isEqualTo(Money.roundedFrom(
                                line.volume().multiply(line.coefficient()).multiply(line.price()))));
    }

    @Property(tries = 8)
    void a_metered_line_uses_what_lies_between_its_readings(@ForAll("billings") DemoBilling billing) {
        lines(billing)
                .filter(line -> line.method() == Charge.Method.METER)
                .forEach(line -> assertThat(Math.floorMod(line.currentValue() - line.previousValue(), 100_000))
                        .isEqualTo(line.volume().intValueExact()));
    }

    @Property(tries = 8)
    void each_month_adds_up_and_begins_where_the_last_one_ended(@ForAll("billings") DemoBilling billing) {
        for (var months : lives(billing, end(billing), Taken.NOTHING)) {
            for (var i = 0; i < months.size(); i++) {
                for (var balance : months.get(i).balances()) {
                    assertAddsUp(months.get(i), balance);
                    if (i > 0) {
                        assertThat(balance.opening())
                                .isEqualTo(
                                        of(balance.service(), months.get(i - 1)).closing());
                    }
                }
            }
        }
    }

    private static void assertAddsUp(ClosedMonth month, Balance balance) {
        var lines = month.charges().stream()
                .filter(line -> balance.isWhole() || line.service().equals(balance.service()))
                .toList();
        var charged = sum(lines, Charge::total);
        assertThat(balance.opening().plus(charged).minus(balance.paid())).isEqualTo(balance.closing());
        assertThat(balance.accrued()).isEqualTo(sum(lines, Charge::accrued).minus(sum(lines, Charge::benefit)));
        assertThat(balance.recalculated()).isEqualTo(sum(lines, Charge::recalculated));
        assertThat(balance.penalty()).isEqualTo(sum(lines, Charge::penalty));
        if (balance.isWhole()) {
            assertThat(balance.paid()).isEqualTo(sum(month.receipts(), Receipt::amount));
        }
    }

    @Property(tries = 8)
    void services_add_up_to_the_whole_account(@ForAll("billings") DemoBilling billing) {
        for (var months : lives(billing, end(billing), Taken.NOTHING)) {
            for (var month : months) {
                var parts = month.balances().stream()
                        .filter(balance -> !balance.isWhole())
                        .toList();
                assertThat(sum(parts, Balance::opening)).isEqualTo(month.whole().opening());
                assertThat(sum(parts, Balance::paid)).isEqualTo(month.whole().paid());
                assertThat(sum(parts, Balance::closing)).isEqualTo(month.whole().closing());
            }
        }
    }

    @Property(tries = 4)
    void the_same_words_give_the_same_files(@ForAll long seed) {
        var first = BillingMonth.of(2024, 11);
        assertThat(texts(new DemoBilling(seed, SUPPLIERS, first), first.plus(26)))
                .isEqualTo(texts(new DemoBilling(seed, SUPPLIERS, first), first.plus(26)));
    }

    @Property(tries = 8)
    void a_later_month_changes_no_earlier_one(@ForAll("billings") DemoBilling billing) {
        var atFirst = lives(billing, billing.anchor(), Taken.NOTHING);
        var later = lives(billing, end(billing), taken(billing));
        for (var i = 0; i < atFirst.size(); i++) {
            assertThat(later.get(i)).startsWith(atFirst.get(i).toArray(ClosedMonth[]::new));
        }
    }

    @Property(tries = 24)
    void the_demo_begins_with_the_sums_that_it_promises(@ForAll("billings") DemoBilling billing) {
        assertThat(closing(billing, "kaluga", "407012345")).isEqualTo(Money.ofKopecks(195_685));
        assertThat(closing(billing, "ptg-dag", "5812345779")).isEqualTo(Money.ofKopecks(-195_685));
        assertThat(closing(billing, "kirov", "23185952")).isEqualTo(Money.ZERO);
        assertThat(closing(billing, "ptg-dag", "5812345678").isPositive()).isTrue();
    }

    @Property(tries = 8)
    void three_averages_in_a_row_at_most_come_before_the_norm(@ForAll("billings") DemoBilling billing) {
        for (var months : lives(billing, end(billing), Taken.NOTHING)) {
            for (var i = 1; i < months.size(); i++) {
                var average = months.get(i).charges().getFirst().averageMonth();
                var before = months.get(i - 1).charges().getFirst().averageMonth();
                if (average != null && average > 1) {
                    assertThat(before).isEqualTo(average - 1);
                }
            }
        }
    }

    private static Taken taken(DemoBilling billing) {
        var household = billing.households(SUPPLIERS.getFirst().code()).getFirst();
        var month = billing.anchor().next();
        var meter = household.meters().getFirst();
        var reading = new Reading(
                "sent", meter.id(), month.firstDay().plusDays(9), 99_000, Reading.Source.WEB, Reading.State.SENT, null);
        var receipt = new Receipt(
                "paid",
                month.firstDay()
                        .atStartOfDay(java.time.ZoneOffset.UTC)
                        .plusDays(9)
                        .toInstant(),
                Money.ofKopecks(100_00),
                "PORTAL",
                "yookassa",
                "1");
        return new Taken(
                Map.of(household.account(), List.of(new Taken.Payment(receipt, month))),
                Map.of(household.account(), List.of(reading)));
    }

    private static Money closing(DemoBilling billing, String supplier, String number) {
        var household = household(billing, supplier, number);
        return billing.months(household, billing.anchor(), Taken.NOTHING)
                .getLast()
                .whole()
                .closing();
    }

    private static Household household(DemoBilling billing, String supplier, String number) {
        return billing.households(new golubika.suppliers.SupplierCode(supplier)).stream()
                .filter(candidate -> candidate.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static BillingMonth end(DemoBilling billing) {
        return billing.anchor().plus(9);
    }

    private static List<List<ClosedMonth>> lives(DemoBilling billing, BillingMonth last, Taken taken) {
        return SUPPLIERS.stream()
                .flatMap(supplier -> billing.households(supplier.code()).stream())
                .map(household -> billing.months(household, last, taken))
                .toList();
    }

    private static Stream<Charge> lines(DemoBilling billing) {
        return lives(billing, end(billing), Taken.NOTHING).stream()
                .flatMap(List::stream)
                .flatMap(month -> month.charges().stream());
    }

    private static List<String> texts(DemoBilling billing, BillingMonth last) {
        return billing.deliveries(last).stream()
                .flatMap(delivery -> SUPPLIERS.stream()
                        .flatMap(supplier -> billing.registers(supplier, delivery, Taken.NOTHING).stream()))
                .map(Register::text)
                .toList();
    }

    private static Balance of(String service, ClosedMonth month) {
        return month.balances().stream()
                .filter(balance -> balance.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Money sum(List<T> parts, Function<T, Money> part) {
        return parts.stream().map(part).reduce(Money.ZERO, Money::plus);
    }
}
