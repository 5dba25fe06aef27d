package golubika.values;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Ids by which later things sort after earlier ones: UUIDs of version 7. On one node that holds within a millisecond
/// too, and while the clock stands still or goes back.
public final class OrderedId {

    // 48 bits of milliseconds, 12 bits that count within one.
    private static final AtomicLong LAST = new AtomicLong();

    private OrderedId() {}

    public static UUID at(Instant moment) {
        var place = LAST.accumulateAndGet(moment.toEpochMilli() << 12, (last, now) -> Math.max(last + 1, now));
        var high = place >>> 12 << 16 | 0x7000L | place & 0xfff;
        var low = ThreadLocalRandom.current().nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
