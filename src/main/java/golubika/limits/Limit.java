package golubika.limits;

import java.time.Duration;

/// A token bucket for each key: `size` tries at once, and one more after every `refill`.
/// Each stands as a constant with the deed that it guards, and as a line in `docs/limits.md`.
///
/// @param name unique among all limits: `password-by-login`
public record Limit(String name, int size, Duration refill) {

    public Limit {
        if (size < 1 || !refill.isPositive()) {
            throw new IllegalArgumentException("a limit that allows nothing: " + name);
        }
    }

    /// How long an emptied bucket takes to fill.
    Duration whole() {
        return refill.multipliedBy(size);
    }
}
