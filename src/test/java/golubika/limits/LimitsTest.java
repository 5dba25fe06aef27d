package golubika.limits;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class LimitsTest {

    private static final Limit FIVE_THEN_ONE_A_DAY = new Limit("test-pin", 5, Duration.ofDays(1));

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest(name = "after {0} takes and {1} hours, {2} more are allowed")
    @CsvSource({
        "0, 0, 5",
        "1, 0, 4",
        "5, 0, 0",
        "5, 23, 0",
        "5, 24, 1",
        "5, 25, 1",
        "5, 48, 2",
        "5, 1000, 5",
        "3, 24, 3",
        "3, 12, 2",
    })
    void a_bucket_fills_by_one_a_time_up_to_its_size(int taken, int hours, int allowed) {
        IntStream.range(0, taken).forEach(i -> limits.take(FIVE_THEN_ONE_A_DAY, key));
        clock.pass(Duration.ofHours(hours));

        assertThat(takeAll()).isEqualTo(allowed);
    }

    @Test
    void refused_tries_do_not_lengthen_the_wait() {
        takeAll();
        IntStream.range(0, 20).forEach(i -> limits.take(FIVE_THEN_ONE_A_DAY, key));

        assertThat(limits.wait(FIVE_THEN_ONE_A_DAY, key)).isEqualTo(Duration.ofDays(1));
        clock.pass(Duration.ofDays(1));
        assertThat(limits.wait(FIVE_THEN_ONE_A_DAY, key)).isZero();
        assertThat(limits.take(FIVE_THEN_ONE_A_DAY, key)).isTrue();
    }

    @Test
    void a_try_given_back_may_be_taken_again() {
        takeAll();
        limits.giveBack(FIVE_THEN_ONE_A_DAY, key);

        assertThat(takeAll()).isEqualTo(1);
    }

    @Test
    void success_fills_the_bucket() {
        takeAll();
        limits.clear(FIVE_THEN_ONE_A_DAY, key);

        assertThat(takeAll()).isEqualTo(5);
    }

    @Test
    void buckets_of_other_keys_and_other_limits_are_untouched() {
        takeAll();

        assertThat(limits.take(FIVE_THEN_ONE_A_DAY, key + "2")).isTrue();
        assertThat(limits.take(new Limit("test-other", 1, Duration.ofDays(1)), key))
                .isTrue();
    }

    @Test
    void of_fifty_tries_at_once_only_as_many_succeed_as_there_are() throws Exception {
        Callable<Boolean> take = () -> limits.take(FIVE_THEN_ONE_A_DAY, key);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results =
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(i -> take).toList());
            var successes = 0;
            for (var result : results) {
                successes += result.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(5);
        }
    }

    @Test
    void only_full_buckets_are_forgotten() {
        limits.take(FIVE_THEN_ONE_A_DAY, key);
        limits.forgetFull();
        assertThat(takeAll()).isEqualTo(4);

        clock.pass(Duration.ofDays(5));
        assertThat(limits.forgetFull()).isPositive();
    }

    private int takeAll() {
        var taken = 0;
        while (limits.take(FIVE_THEN_ONE_A_DAY, key)) {
            taken++;
        }
        return taken;
    }
}
