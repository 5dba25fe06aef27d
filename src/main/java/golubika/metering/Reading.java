package golubika.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a meter showed on a day, in whole m³.
///
/// @param id     the READING_ID of registers; null for the value that came with the meter's own register
/// @param reason why the billing refused it
public record Reading(
        @Nullable String id,
        String meterId,
        LocalDate day,
        long value,
        Source source,
        State state,
        @Nullable String reason) {

    public enum Source {
        WEB,
        SMS,
        BANK,
        BOT,
        OPERATOR,
        TELEMETRY,
        INSPECTION
    }

    /// SENT by the subscriber, ACCEPTED or REFUSED by the billing, REPLACED by a later one of the same period.
    public enum State {
        SENT,
        ACCEPTED,
        REFUSED,
        REPLACED
    }
}
