package golubika.payments;

import static golubika.payments.PaymentState.FAILED;
import static golubika.payments.PaymentState.INTENDED;
import static golubika.payments.PaymentState.MISMATCHED;
import static golubika.payments.PaymentState.REDIRECTED;
import static golubika.payments.PaymentState.SUCCEEDED;
import static golubika.payments.PaymentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStateTest {

    private record Step(PaymentState from, PaymentState to) {}

    private static final Set<Step> LEGAL = Set.of(
            new Step(INTENDED, UNKNOWN),
            new Step(INTENDED, REDIRECTED),
            new Step(INTENDED, SUCCEEDED),
            new Step(INTENDED, FAILED),
            new Step(INTENDED, MISMATCHED),
            new Step(UNKNOWN, REDIRECTED),
            new Step(UNKNOWN, SUCCEEDED),
            new Step(UNKNOWN, FAILED),
            new Step(UNKNOWN, MISMATCHED),
            new Step(REDIRECTED, SUCCEEDED),
            new Step(REDIRECTED, FAILED),
            new Step(REDIRECTED, MISMATCHED),
            new Step(FAILED, SUCCEEDED),
            new Step(FAILED, MISMATCHED),
            new Step(MISMATCHED, SUCCEEDED),
            new Step(MISMATCHED, FAILED));

    @Test
    void of_all_pairs_of_states_only_the_listed_ones_are_steps() {
        for (var from : PaymentState.values()) {
            for (var to : PaymentState.values()) {
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(LEGAL.contains(new Step(from, to)));
            }
        }
    }

    @Test
    void nothing_leads_away_from_money_that_has_come() {
        for (var to : PaymentState.values()) {
            assertThat(SUCCEEDED.mayBecome(to)).isFalse();
        }
    }
}
