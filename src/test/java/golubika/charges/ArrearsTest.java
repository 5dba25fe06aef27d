package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import golubika.suppliers.Supplier;
import golubika.testing.ASupplier;
import golubika.testing.Copy;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ArrearsTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final Supplier SUPPLIER = ASupplier.usual(ASupplier.CODE);

    @Test
    void money_has_paid_the_oldest_months_so_the_newest_are_left() {
        var arrears = Arrears.of(
                Money.ofKopecks(150), List.of(month(0, 100, 0), month(-1, 100, 0), month(-2, 100, 0)), SUPPLIER);

        assertThat(arrears)
                .extracting(Arrears::month, debt -> debt.sum().kopecks())
                .containsExactly(tuple(OCTOBER, 100L), tuple(OCTOBER.previous(), 50L));
    }

    @Test
    void there_is_no_penalty_on_penalties() {
        var arrears = Arrears.of(Money.ofKopecks(130), List.of(month(0, 100, 30)), SUPPLIER);

        assertThat(arrears).extracting(debt -> debt.sum().kopecks()).containsExactly(100L);
    }

    @Test
    void what_is_older_than_the_months_known_was_due_before_them() {
        var arrears = Arrears.of(Money.ofKopecks(500), List.of(month(0, 100, 0)), SUPPLIER);

        assertThat(arrears.getLast().sum()).isEqualTo(Money.ofKopecks(400));
        assertThat(arrears.getLast().due()).isEqualTo(LocalDate.of(2026, 10, 15));
    }

    @Test
    void a_month_that_a_recalculation_made_cheaper_owes_nothing_by_itself() {
        var arrears = Arrears.of(Money.ofKopecks(80), List.of(month(0, -20, 0), month(-1, 100, 0)), SUPPLIER);

        assertThat(arrears).extracting(Arrears::month).containsExactly(OCTOBER.previous());
    }

    @Test
    void without_a_debt_nothing_is_in_arrears() {
        assertThat(Arrears.of(Money.ofKopecks(-5), List.of(month(0, 100, 0)), SUPPLIER))
                .isEmpty();
    }

    @Test
    void a_month_without_a_stated_day_is_due_on_the_suppliers_and_moves_no_debt_to_an_older_one() {
        var arrears = Arrears.of(Money.ofKopecks(100), List.of(undated(month(0, 100, 0)), month(-1, 100, 0)), SUPPLIER);

        assertThat(arrears).containsExactly(new Arrears(OCTOBER, LocalDate.of(2026, 11, 15), Money.ofKopecks(100)));
    }

    @Test
    void what_nobody_knows_to_be_due_is_not_in_arrears() {
        var dayless = Copy.of(SUPPLIER, "dueDays", _ -> List.of());

        assertThat(Arrears.of(Money.ofKopecks(150), List.of(undated(month(0, 100, 0)), month(-1, 100, 0)), dayless))
                .extracting(Arrears::month, debt -> debt.sum().kopecks())
                .containsExactly(tuple(OCTOBER.previous(), 50L));
        assertThat(Arrears.of(Money.ofKopecks(150), List.of(undated(month(0, 100, 0))), dayless))
                .isEmpty();
    }

    @Property
    void the_parts_are_the_debt_and_no_month_owes_more_than_it_cost(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 100_000) Long> charged,
            @ForAll @LongRange(min = 1, max = 1_000_000) long debt) {
        var months = new ArrayList<Balance>();
        for (var i = 0; i < charged.size(); i++) {
            months.add(month(-i, charged.get(i), 0));
        }
        var arrears = Arrears.of(Money.ofKopecks(debt), months, SUPPLIER);

        assertThat(arrears.stream().map(Arrears::sum).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofKopecks(debt));
        LongUnaryOperator cost = ago -> ago < charged.size() ? charged.get((int) ago) : Long.MAX_VALUE;
        assertThat(arrears)
                .allSatisfy(each -> assertThat(each.sum().kopecks())
                        .isLessThanOrEqualTo(cost.applyAsLong(
                                ChronoUnit.MONTHS.between(each.month().month(), OCTOBER.month()))));
    }

    private static Balance month(int offset, long accrued, long penalty) {
        var month = OCTOBER.plus(offset);
        return new Balance(
                month,
                "",
                month.next().firstDay().plusDays(4),
                Money.ZERO,
                Money.ofKopecks(accrued),
                Money.ZERO,
                Money.ZERO,
                Money.ofKopecks(penalty),
                Money.ofKopecks(accrued + penalty),
                month.next().firstDay().plusDays(14));
    }

    private static Balance undated(Balance balance) {
        return new Balance(
                balance.month(),
                balance.service(),
                balance.asOf(),
                balance.opening(),
                balance.accrued(),
                balance.paid(),
                balance.recalculated(),
                balance.penalty(),
                balance.closing(),
                null);
    }
}
