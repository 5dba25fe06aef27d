package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.charges.MonthUse;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UseChartTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Test
    void columns_are_shares_of_the_tallest_of_both_years() {
        var chart = UseChart.of(List.of(gas(OCTOBER, "214"), gas(OCTOBER.plus(-12), "428")), OCTOBER)
                .orElseThrow();

        assertThat(chart.columns()).hasSize(12);
        assertThat(chart.last().height()).isEqualTo("50.0%");
        assertThat(chart.last().top()).isEqualTo("50.0%");
        assertThat(chart.last().heightBefore()).isEqualTo("100.0%");
        assertThat(chart.total()).isEqualByComparingTo("214");
    }

    @Test
    void a_correction_below_zero_draws_no_column() {
        var chart = UseChart.of(List.of(gas(OCTOBER, "-5"), gas(OCTOBER.previous(), "71")), OCTOBER)
                .orElseThrow();

        assertThat(chart.last().height()).isEqualTo("0.0%");
    }

    @Test
    void without_gas_by_volume_there_is_no_chart() {
        assertThat(UseChart.of(List.of(), OCTOBER)).isEmpty();
        assertThat(UseChart.of(List.of(gas(OCTOBER.plus(-30), "71")), OCTOBER)).isEmpty();
    }

    private static MonthUse gas(BillingMonth month, String volume) {
        return new MonthUse(month, true, new BigDecimal(volume), null);
    }
}
