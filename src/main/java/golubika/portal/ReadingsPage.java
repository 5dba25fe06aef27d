package golubika.portal;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Forecast;
import golubika.metering.Meter;
import golubika.metering.Reading;
import golubika.metering.ReadingPeriod;
import golubika.metering.RemovedMeter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// «Передать показания»: a field for each meter, with what became of each.
///
/// @param action  where the form goes: an account's page, or the link of a reminder
/// @param named   shows what tells a meter from others, and all else that only who is signed in sees
/// @param sent    readings were taken just now
/// @param history readings sent before, newest first
/// @param removed meters that were taken off in the last year
/// @param closed  the supplier has closed the account: it takes no readings any more
public record ReadingsPage(
        Link link,
        String action,
        boolean named,
        LocalDate today,
        ReadingPeriod period,
        List<Line> lines,
        boolean sent,
        List<PastReading> history,
        List<RemovedMeter> removed,
        boolean closed) {

    public ReadingsPage {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
        removed = List.copyOf(removed);
    }

    /// One meter.
    ///
    /// @param attempt what became of what was typed just now
    /// @param refused the newest reading, if the billing has refused it
    /// @param expired the supplier no longer takes this meter's readings
    /// @param closed  the page takes none: a reading is there, or the account is closed
    public record Line(
            Meter meter,
            @Nullable SentReading attempt,
            @Nullable Reading refused,
            boolean expired,
            boolean closed) {

        /// What stands in the field: what was taken is no longer typed.
        public String typed() {
            return attempt == null || attempt.result().isTaken() ? "" : attempt.typed();
        }

        public @Nullable String error() {
            return attempt == null ? null : attempt.result().error();
        }

        public @Nullable String question() {
            return attempt == null ? null : attempt.result().question();
        }

        public @Nullable String photoError() {
            return attempt == null ? null : attempt.photo();
        }

        /// What the reading would cost, while it has not been taken.
        public @Nullable Forecast forecast() {
            return question() == null || attempt == null
                    ? null
                    : attempt.result().forecast();
        }

        /// Whether something of it was not taken.
        public boolean isOpen() {
            return attempt != null && !attempt.isTaken();
        }

        /// Whether the page has a field for it.
        public boolean takes() {
            return !expired && !closed && meter.isActive();
        }
    }

    /// A reading of the past.
    ///
    /// @param origin `OWN` what the person has sent, `FULL` and `BASIC` what others have, else its source
    /// @param meter  what to call the meter; null where there is only one
    /// @param photos of the meter in that month
    public record PastReading(
            Reading reading,
            String origin,
            int digits,
            @Nullable String meter,
            List<UUID> photos) {}

    public boolean takesAny() {
        return lines.stream().anyMatch(Line::takes);
    }

    /// Whether a reading of the period is there, and no other meter waits for its own.
    public boolean isDone() {
        return !takesAny() && lines.stream().anyMatch(line -> line.meter().hasReadingOfPeriod());
    }

    public boolean mayPay() {
        return named && link.allows(Deed.PAY);
    }

    /// The address of the page of a photo.
    public String photo(UUID photo) {
        return "/accounts/" + link.account() + "/photos/" + photo;
    }

    /// The serial number of a meter, for those who may see it.
    public @Nullable String serial(Meter meter) {
        return named && link.isFull() ? meter.serial() : null;
    }
}
