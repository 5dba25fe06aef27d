package golubika.subscribers.exports;

import golubika.limits.Limit;
import java.time.Duration;

/// How often a person's data are gathered.
final class ExportLimits {

    static final Limit ORDERS = new Limit("export", 1, Duration.ofDays(1));

    private ExportLimits() {}
}
