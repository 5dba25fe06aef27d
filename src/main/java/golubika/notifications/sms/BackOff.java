package golubika.notifications.sms;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Pauses that double with each failure in a row: 1 s, 2 s … up to a minute.
final class BackOff {

    private static final int LONGEST = 6;

    private final AtomicInteger failures = new AtomicInteger();

    Duration next() {
        var before = failures.getAndUpdate(count -> Math.min(count + 1, LONGEST));
        return Duration.ofSeconds(Math.min(60, 1L << before));
    }

    void reset() {
        failures.set(0);
    }
}
