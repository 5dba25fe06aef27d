package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class PenaltyTermsTest {

    private static final PenaltyTerms TERMS = new Law(new ClassPathResource("law.yaml")).penalty();
    private static final LocalDate DUE = LocalDate.of(2026, 4, 15);

    /// Debt 10 000.00, due on 15.04.2026.
    @ParameterizedTest
    @CsvSource({
        "2026-05-15, 30, 0",
        "2026-05-16, 31, 317",
        "2026-06-30, 76, 14567",
        "2026-07-14, 90, 19000",
        "2026-07-15, 91, 19731",
        "2026-09-30, 168, 76000"
    })
    void a_debt_costs_this_much_if_it_is_paid_on_that_day(LocalDate paid, long late, long kopecks) {
        var debt = debt(1_000_000, DUE);

        assertThat(debt.daysLate(paid)).isEqualTo(late);
        assertThat(TERMS.penalty(List.of(debt), DUE, paid)).contains(Money.ofKopecks(kopecks));
    }

    @Test
    void the_days_that_were_charged_already_are_not_charged_again() {
        var debt = List.of(debt(1_000_000, DUE));

        // 5 days at 1/300 are left until the 90th, then 1 day at 1/130.
        assertThat(TERMS.penalty(debt, LocalDate.of(2026, 7, 9), LocalDate.of(2026, 7, 15)))
                .contains(Money.ofKopecks(2_314));
    }

    @Test
    void each_month_s_debt_has_a_clock_of_its_own() {
        var older = debt(1_000_000, DUE);
        var younger = debt(1_000_000, DUE.plusMonths(1));
        var paid = LocalDate.of(2026, 6, 30);

        // The younger is late for 46 days: 16 of them cost.
        assertThat(TERMS.penalty(List.of(older, younger), DUE, paid)).contains(Money.ofKopecks(14_567 + 5_067 - 1));
        assertThat(TERMS.penalty(List.of(younger), DUE, paid)).contains(Money.ofKopecks(5_067));
    }

    @ParameterizedTest
    @CsvSource({"2022-07-25, 8", "2022-09-30, 7.5", "2024-12-01, 9.5", "2026-11-20, 9.5", "2026-12-31, 9.5"})
    void the_rate_is_the_lesser_of_the_cap_and_the_key_rate_of_the_day_of_payment(LocalDate paid, BigDecimal percent) {
        assertThat(TERMS.rate(paid)).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo(percent));
    }

    @Test
    void what_holds_from_2027_on_is_not_known_and_not_invented() {
        var newYear = LocalDate.of(2027, 1, 1);

        assertThat(TERMS.rate(newYear)).isEmpty();
        assertThat(TERMS.penalty(List.of(debt(1_000_000, DUE)), DUE, newYear)).isEmpty();
    }

    @Property
    void nothing_is_charged_up_to_the_30th_day(
            @ForAll("debts") Arrears debt, @ForAll @IntRange(min = 0, max = 30) int day) {
        assertThat(TERMS.penalty(List.of(debt), debt.due(), debt.due().plusDays(day)))
                .contains(Money.ZERO);
    }

    @Property
    void a_day_more_never_costs_less(@ForAll("debts") Arrears debt, @ForAll @IntRange(min = 0, max = 300) int day) {
        var paid = debt.due().plusDays(day);

        assertThat(penalty(debt, paid.plusDays(1))).isGreaterThanOrEqualTo(penalty(debt, paid));
    }

    @Property
    void debts_together_cost_what_they_cost_apart_up_to_the_rounding_of_each(
            @ForAll("debts") Arrears one, @ForAll("debts") Arrears other, @ForAll @IntRange(max = 300) int day) {
        var since = LocalDate.of(2024, 12, 1);
        var paid = LocalDate.of(2026, 1, 1).plusDays(day);
        var together = TERMS.penalty(List.of(one, other), since, paid).orElseThrow();
        var apart = TERMS.penalty(List.of(one), since, paid)
                .orElseThrow()
                .plus(TERMS.penalty(List.of(other), since, paid).orElseThrow());

        assertThat(together.minus(apart).abs().kopecks()).isLessThanOrEqualTo(1);
    }

    @Property
    void two_stretches_of_days_cost_what_the_whole_costs_up_to_the_rounding_of_each(
            @ForAll("debts") Arrears debt,
            @ForAll @IntRange(max = 200) int first,
            @ForAll @IntRange(max = 100) int second) {
        var middle = debt.due().plusDays(first);
        var end = middle.plusDays(second);
        var whole = penalty(debt, end);
        var parts = penalty(debt, middle)
                .plus(TERMS.penalty(List.of(debt), middle, end).orElseThrow());

        assertThat(whole.minus(parts).abs().kopecks()).isLessThanOrEqualTo(1);
    }

    /// Debts whose clocks run while one and the same rate holds.
    @Provide
    Arbitrary<Arrears> debts() {
        var dues = Arbitraries.integers().between(0, 365).map(LocalDate.of(2025, 1, 1)::plusDays);
        return dues.flatMap(due -> Arbitraries.longs().between(1, 50_000_000).map(sum -> debt(sum, due)));
    }

    private static Money penalty(Arrears debt, LocalDate paid) {
        return TERMS.penalty(List.of(debt), debt.due(), paid).orElseThrow();
    }

    private static Arrears debt(long kopecks, LocalDate due) {
        return new Arrears(BillingMonth.of(due).previous(), due, Money.ofKopecks(kopecks));
    }
}
