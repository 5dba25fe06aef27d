package golubika.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void half_a_kopeck_is_rounded_up_once_at_the_end() {
        // 530 m³ at 5.26 is the example of a temperature coefficient: 500 × 1.06.
        assertThat(Money.roundedFrom(
                        new BigDecimal("500").multiply(new BigDecimal("1.06")).multiply(new BigDecimal("5.26"))))
                .isEqualTo(Money.ofKopecks(278_780));
        assertThat(Money.roundedFrom(new BigDecimal("0.005"))).isEqualTo(Money.ofKopecks(1));
        assertThat(Money.roundedFrom(new BigDecimal("0.00499"))).isEqualTo(Money.ZERO);
        assertThat(Money.roundedFrom(new BigDecimal("-0.005"))).isEqualTo(Money.ofKopecks(-1));
    }

    @Test
    void a_fraction_of_a_kopeck_is_not_money() {
        assertThatThrownBy(() -> Money.exactlyFrom(new BigDecimal("1.005"))).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void roubles_and_back_is_the_same_sum(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long kopecks) {
        var sum = Money.ofKopecks(kopecks);
        assertThat(Money.exactlyFrom(new BigDecimal(sum.toString()))).isEqualTo(sum);
    }
}
