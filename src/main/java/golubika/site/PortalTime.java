package golubika.site;

import java.time.ZoneId;

/// The time that people read where no supplier's own time applies: when somebody signed in, until which day a link is
/// valid.
public final class PortalTime {

    /// Moscow's, as in all of the country's timetables.
    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private PortalTime() {}
}
