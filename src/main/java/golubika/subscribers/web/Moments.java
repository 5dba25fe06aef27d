package golubika.subscribers.web;

import golubika.site.Format;
import golubika.site.PortalTime;
import java.time.Instant;

/// Moments as the pages about sign-ins write them. We do not know where a person lives, so it is Moscow's time, and
/// the pages say so.
final class Moments {

    private Moments() {}

    /// `20 ноября 2026, 20:14`.
    static String written(Instant moment) {
        var there = moment.atZone(PortalTime.ZONE);
        return Format.date(there.toLocalDate()) + ", " + Format.time(there.toLocalTime());
    }

    /// `20 ноября 2026`.
    static String day(Instant moment) {
        return Format.date(moment.atZone(PortalTime.ZONE).toLocalDate());
    }
}
