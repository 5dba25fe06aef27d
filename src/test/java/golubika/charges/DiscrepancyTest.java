package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import golubika.charges.Charge.Method;
import golubika.charges.Discrepancy.Kind;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscrepancyTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Property
    void a_month_of_rightly_reckoned_lines_adds_up(
            @ForAll @Size(max = 5) List<@From("lines") Charge> lines,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long opening,
            @ForAll @LongRange(max = 1_000_000) long paid) {
        assertThat(Discrepancy.of(OCTOBER, lines, balances(lines, opening, paid)))
                .isEmpty();
    }

    @Property
    void a_line_that_is_a_kopeck_off_is_found(@ForAll("lines") Charge line, @ForAll boolean more) {
        var wrong = withAccrued(line, line.accrued().plus(Money.ofKopecks(more ? 1 : -1)));

        assertThat(Discrepancy.of(OCTOBER, List.of(wrong), List.of()))
                .extracting(Discrepancy::kind, Discrepancy::reckoned)
                .containsExactly(tuple(Kind.LINE, line.accrued()));
    }

    @Property
    void every_sum_of_a_month_is_checked_against_the_others(
            @ForAll("lines") Charge line,
            @ForAll @IntRange(max = 5) int which,
            @ForAll @LongRange(min = 1, max = 1_000) long off) {
        var right = balances(List.of(line), 5_000, 2_000);
        var wrong = new ArrayList<>(right);
        wrong.set(0, off(right.getFirst(), which, off));

        assertThat(Discrepancy.of(OCTOBER, List.of(line), wrong)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Half a kopeck goes up, and the product is rounded once: rounded factor by factor 214.32 would have come out.
        "10.5, 1.01, 20.20000, 21422",
        "1, 1, 0.00500, 1",
        "1, 1, 0.00499, 0",
        "-1, 1, 0.00500, -1",
        "214, 1, 8.94000, 191316"
    })
    void a_line_is_rounded_half_up_once_at_its_end(String volume, String coefficient, String price, long kopecks) {
        var line = line(new BigDecimal(volume), new BigDecimal(coefficient), new BigDecimal(price));

        assertThat(line.reckoned()).contains(Money.ofKopecks(kopecks));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_is_told_apart(Kind kind) {
        var line = line(new BigDecimal("214"), BigDecimal.ONE, new BigDecimal("8.94"));
        var right = balances(List.of(line), 5_000, 2_000);
        var before = right.getLast();
        var found = switch (kind) {
            case LINE -> Discrepancy.of(OCTOBER, List.of(withAccrued(line, Money.ofKopecks(5))), List.of());
            case LINES -> Discrepancy.of(OCTOBER, List.of(line, line), right);
            case MONTH -> Discrepancy.of(OCTOBER, List.of(), List.of(off(right.getFirst(), 2, 7)));
            case SERVICES ->
                Discrepancy.of(OCTOBER, List.of(line), List.of(right.getFirst(), off(right.get(1), 5, 7), before));
            case OPENING -> Discrepancy.of(OCTOBER, List.of(line), List.of(right.getFirst(), off(before, 5, 7)));
        };

        assertThat(found).extracting(Discrepancy::kind).containsExactly(kind);
    }

    @Provide
    Arbitrary<Charge> lines() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-500"), new BigDecimal("5000"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.9"), new BigDecimal("1.2"))
                                .ofScale(5),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("50"))
                                .ofScale(5))
                .as(DiscrepancyTest::line);
    }

    private static Charge line(BigDecimal volume, BigDecimal coefficient, BigDecimal price) {
        var accrued = volume.multiply(coefficient).multiply(price).setScale(2, RoundingMode.HALF_UP);
        return new Charge(
                OCTOBER,
                "1",
                "GAS",
                Method.METER,
                null,
                "M1",
                null,
                null,
                volume,
                coefficient,
                price,
                Money.exactlyFrom(accrued),
                Money.ofKopecks(-300),
                Money.ofKopecks(200),
                Money.ofKopecks(100),
                null,
                null);
    }

    private static Charge withAccrued(Charge line, Money accrued) {
        return new Charge(
                line.month(),
                line.lineId(),
                line.service(),
                line.method(),
                line.averageMonth(),
                line.meterId(),
                line.previousValue(),
                line.currentValue(),
                line.volume(),
                line.coefficient(),
                line.price(),
                accrued,
                line.recalculated(),
                line.benefit(),
                line.penalty(),
                line.cause(),
                line.recalculatedFor());
    }

    /// The whole account, its one service, and the month before.
    private static List<Balance> balances(List<Charge> lines, long opening, long paid) {
        var accrued = lines.stream()
                .map(line -> line.accrued().minus(line.benefit()))
                .reduce(Money.ZERO, Money::plus)
                .kopecks();
        var recalculated = -300L * lines.size();
        var penalty = 100L * lines.size();
        var closing = opening + accrued + recalculated + penalty - paid;
        return List.of(
                balance(OCTOBER, "", opening, accrued, paid, recalculated, penalty, closing),
                balance(OCTOBER, "GAS", opening, accrued, paid, recalculated, penalty, closing),
                balance(OCTOBER.previous(), "", 0, opening, 0, 0, 0, opening));
    }

    /// With one of its sums off: opening, accrued, paid, recalculated, penalty, closing.
    private static Balance off(Balance balance, int which, long by) {
        return balance(
                balance.month(),
                balance.service(),
                balance.opening().kopecks() + (which == 0 ? by : 0),
                balance.accrued().kopecks() + (which == 1 ? by : 0),
                balance.paid().kopecks() + (which == 2 ? by : 0),
                balance.recalculated().kopecks() + (which == 3 ? by : 0),
                balance.penalty().kopecks() + (which == 4 ? by : 0),
                balance.closing().kopecks() + (which == 5 ? by : 0));
    }

    private static Balance balance(
            BillingMonth month,
            String service,
            long opening,
            long accrued,
            long paid,
            long recalculated,
            long penalty,
            long closing) {
        return new Balance(
                month,
                service,
                LocalDate.of(2026, 11, 5),
                Money.ofKopecks(opening),
                Money.ofKopecks(accrued),
                Money.ofKopecks(paid),
                Money.ofKopecks(recalculated),
                Money.ofKopecks(penalty),
                Money.ofKopecks(closing),
                null);
    }
}
