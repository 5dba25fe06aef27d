package golubika.support.web;

import golubika.site.Format;
import golubika.site.PortalTime;
import java.time.Instant;

/// Moments as requests show them: the year only where it is another.
final class Moments {

    private Moments() {}

    /// `6 ноября`, `6 ноября 2025`.
    static String day(Instant moment, Instant now) {
        var day = moment.atZone(PortalTime.ZONE).toLocalDate();
        return day.getYear() == now.atZone(PortalTime.ZONE).getYear() ? Format.day(day) : Format.date(day);
    }

    /// `6 ноября, 9:12`.
    static String moment(Instant moment, Instant now) {
        return day(moment, now) + ", "
                + Format.time(moment.atZone(PortalTime.ZONE).toLocalTime());
    }
}
