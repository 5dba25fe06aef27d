package golubika.demo.billing;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurseTest {

    private static final Money DEBT = Money.ofKopecks(1_000_000);

    /// Debt 10 000 roubles, due on 15.04.2026, rate 9.5 %.
    @ParameterizedTest
    @CsvSource({
        "2026-05-15, 0",
        "2026-05-16, 317",
        "2026-06-30, 14567",
        "2026-07-14, 19000",
        "2026-07-15, 19731",
        "2026-09-30, 76000"
    })
    void a_debt_paid_on_a_day_has_cost_this_penalty(LocalDate paid, long kopecks) {
        var purse = new Purse();
        purse.charge(LocalDate.of(2026, 4, 15), DEBT);
        var penalty = Money.ZERO;
        for (var month = BillingMonth.of(2026, 4);
                month.compareTo(BillingMonth.of(2026, 12)) <= 0;
                month = month.next()) {
            penalty = penalty.plus(purse.pass(month, List.of(new Purse.Paid(paid, DEBT))));
        }
        assertThat(penalty).isEqualTo(Money.ofKopecks(kopecks));
        assertThat(purse.balance()).isEqualTo(penalty);
    }

    @Test
    void money_pays_the_oldest_month_first() {
        var purse = new Purse();
        purse.charge(LocalDate.of(2026, 4, 15), Money.ofKopecks(500_000));
        purse.charge(LocalDate.of(2026, 5, 15), Money.ofKopecks(500_000));
        purse.pass(
                BillingMonth.of(2026, 5), List.of(new Purse.Paid(LocalDate.of(2026, 5, 10), Money.ofKopecks(500_000))));
        // The month due on 15.05 is late from 15.06 on: 16 days of June at 1/300.
        var penalty = purse.pass(BillingMonth.of(2026, 6), List.of());
        assertThat(penalty).isEqualTo(Money.ofKopecks(2_533));
    }

    @Test
    void what_is_overpaid_pays_the_next_month() {
        var purse = new Purse();
        purse.pass(BillingMonth.of(2026, 4), List.of(new Purse.Paid(LocalDate.of(2026, 4, 3), Money.ofKopecks(700))));
        assertThat(purse.balance()).isEqualTo(Money.ofKopecks(-700));
        purse.charge(LocalDate.of(2026, 5, 15), Money.ofKopecks(1_000));
        assertThat(purse.balance()).isEqualTo(Money.ofKopecks(300));
    }
}
