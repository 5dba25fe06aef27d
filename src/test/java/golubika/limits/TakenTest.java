package golubika.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.testing.PortalTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class TakenTest {

    private static final Limit WIDE = new Limit("test-wide", 5, Duration.ofDays(1));
    private static final Limit NARROW = new Limit("test-narrow", 1, Duration.ofDays(1));

    @Autowired
    Limits limits;

    private final String key = UUID.randomUUID().toString();
    private final List<Bucket> both = List.of(new Bucket(WIDE, key), new Bucket(NARROW, key));

    @Test
    void all_are_taken_or_none() {
        assertThat(new Taken(limits).takeEach(both)).isEmpty();
        assertThat(used()).containsExactly(1, 1);

        assertThat(new Taken(limits).takeEach(both)).contains(both.getLast());
        assertThat(used()).containsExactly(1, 1);
    }

    @Test
    void a_deed_that_breaks_off_gives_them_back_and_one_that_ends_keeps_them() {
        var broken = new Taken(limits);
        broken.takeEach(both);
        assertThatThrownBy(() -> broken.judge(() -> {
                    throw new IllegalStateException("busy");
                }))
                .hasMessage("busy");
        assertThat(used()).containsExactly(0, 0);

        var judged = new Taken(limits);
        judged.takeEach(both);
        assertThat(judged.judge(() -> "wrong")).isEqualTo("wrong");
        assertThat(used()).containsExactly(1, 1);
    }

    private List<Integer> used() {
        return both.stream()
                .map(bucket -> limits.used(bucket.limit(), bucket.key()))
                .toList();
    }
}
