package golubika.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingMonthTest {

    @Test
    void a_month_is_read_as_it_is_written() {
        assertThat(BillingMonth.parse("2026-10")).contains(BillingMonth.of(2026, 10));
        assertThat(BillingMonth.of(2026, 10)).hasToString("2026-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-1", "26-10", "2026-10-01", "+99999999-10", "+10000-10", "-2026-1"})
    void what_is_no_month_of_ours_is_none(String written) {
        assertThat(BillingMonth.parse(written)).isEmpty();
    }
}
