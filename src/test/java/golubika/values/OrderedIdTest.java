package golubika.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void later_ids_sort_after_earlier_ones_also_while_the_clock_stands_still_or_goes_back() {
        var ids = Stream.concat(
                        Stream.generate(() -> OrderedId.at(NOW)).limit(10_000),
                        Stream.generate(() -> OrderedId.at(NOW.minusSeconds(5))).limit(10))
                .map(UUID::toString)
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(ids.getFirst()).version()).isEqualTo(7);
        assertThat(UUID.fromString(ids.getFirst()).variant()).isEqualTo(2);
    }
}
