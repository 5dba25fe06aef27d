package golubika.portal;

import golubika.accounts.Link;
import golubika.charges.Forecast;
import golubika.charges.ReadingEntry;
import golubika.metering.Meter;
import golubika.metering.Reading;
import golubika.metering.ReadingPeriod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// «Передать показания»: a field for each meter, with what became of each.
///
/// @param sent    readings were taken just now
/// @param history readings sent before, newest first; empty where the level must not see them
public record ReadingsPage(
        Link link,
        LocalDate today,
        ReadingPeriod period,
        List<Line> lines,
        boolean sent,
        boolean mayPay,
        List<Reading> history) {

    /// One meter.
    ///
    /// @param typed    what the person typed
    /// @param error    why it cannot be taken
    /// @param question what the person is asked before it is taken
    /// @param forecast what it would cost
    /// @param expired  the supplier no longer takes this meter's readings
    public record Line(
            Meter meter,
            String typed,
            @Nullable String error,
            @Nullable String question,
            @Nullable Forecast forecast,
            boolean expired) {

        static Line empty(Meter meter, boolean expired) {
            return new Line(meter, "", null, null, null, expired);
        }

        /// The same field beside the meter as it is now; what was taken is no longer typed.
        Line on(Meter now) {
            var open = error != null || question != null;
            return new Line(now, open ? typed : "", error, question, open ? forecast : null, expired);
        }

        Line with(ReadingEntry.Result result) {
            return new Line(meter, typed, result.error(), result.question(), result.forecast(), expired);
        }
    }

    public boolean takesAny() {
        return lines.stream().anyMatch(line -> !line.expired() && line.meter().status() == Meter.Status.ACTIVE);
    }

    public boolean hasErrors() {
        return lines.stream().anyMatch(line -> line.error() != null || line.question() != null);
    }

    /// The serial number of a meter, for those who may see it.
    public @Nullable String serial(Meter meter) {
        return link.isFull() ? meter.serial() : null;
    }
}
