package golubika.demo.billing;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.SupplierCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PricesTest {

    private final Prices prices = new Prices(new SupplierCode("kaluga"), LocalDate.of(2026, 10, 31), new Chance(1));

    @Test
    void the_last_month_before_the_demo_has_the_price_of_its_direction() {
        assertThat(prices.gas(Direction.HEATING, LocalDate.of(2026, 7, 1))).isEqualTo(new BigDecimal("8.94000"));
    }

    @Test
    void periods_of_price_follow_one_another_to_an_open_end() {
        var periods = prices.periods(Direction.HEATING, LocalDate.of(2024, 10, 1), LocalDate.of(2026, 11, 1));
        assertThat(periods)
                .extracting(Prices.Period::from)
                .containsExactly(
                        LocalDate.of(2024, 7, 1),
                        LocalDate.of(2025, 7, 1),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 7, 1));
        for (var i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i - 1).to()).isEqualTo(periods.get(i).from().minusDays(1));
            assertThat(periods.get(i).gas()).isGreaterThan(periods.get(i - 1).gas());
        }
        assertThat(periods.getLast().to()).isNull();
    }

    @Test
    void the_value_added_tax_is_22_percent_from_2026_on() {
        var periods = prices.periods(Direction.COOKING, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1));
        assertThat(periods).extracting(Prices.Period::tax).containsExactly(20, 22);
    }
}
