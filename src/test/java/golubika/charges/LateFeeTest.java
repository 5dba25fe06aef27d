package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class LateFeeTest {

    private static final PenaltyTerms TERMS = new Law(new ClassPathResource("law.yaml")).penalty();
    private static final LocalDate DUE = LocalDate.of(2026, 4, 15);

    @Test
    void a_debt_in_time_costs_nothing_to_speak_of() {
        assertThat(fee(LocalDate.of(2026, 4, 15))).isEmpty();
    }

    @Test
    void in_the_first_30_days_it_says_when_the_penalty_begins() {
        var today = LocalDate.of(2026, 4, 20);
        var fee = fee(today).orElseThrow();

        assertThat(fee.hasBegun(today)).isFalse();
        assertThat(fee.begins()).isEqualTo(LocalDate.of(2026, 5, 16));
        assertThat(fee.later()).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(fee.then()).isEqualTo(Money.ofKopecks(9_500));
    }

    @Test
    void after_that_it_says_what_today_costs_and_what_a_month_more_costs() {
        var today = LocalDate.of(2026, 7, 15);
        var fee = fee(today).orElseThrow();

        assertThat(fee.hasBegun(today)).isTrue();
        assertThat(fee.now()).isEqualTo(Money.ofKopecks(19_731));
        assertThat(fee.then()).isEqualTo(Money.ofKopecks(41_654));
        assertThat(fee.endsWithKnownLaw()).isFalse();
    }

    @Test
    void it_looks_no_further_ahead_than_the_law_is_known() {
        var fee = fee(LocalDate.of(2026, 12, 20)).orElseThrow();

        assertThat(fee.later()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(fee.endsWithKnownLaw()).isTrue();
    }

    @Test
    void a_penalty_that_begins_after_the_known_law_has_no_sum() {
        var due = LocalDate.of(2026, 12, 15);
        var fee = LateFee.of(List.of(debt(due)), TERMS, due, LocalDate.of(2026, 12, 20))
                .orElseThrow();

        assertThat(fee.begins()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(fee.then()).isNull();
    }

    @Test
    void after_the_known_law_nothing_is_forecast_at_all() {
        assertThat(fee(LocalDate.of(2027, 1, 10))).isEmpty();
    }

    private static Optional<LateFee> fee(LocalDate today) {
        return LateFee.of(List.of(debt(DUE)), TERMS, DUE, today);
    }

    private static Arrears debt(LocalDate due) {
        return new Arrears(BillingMonth.of(due).previous(), due, Money.ofKopecks(1_000_000));
    }
}
