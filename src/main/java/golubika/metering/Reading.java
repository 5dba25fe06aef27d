package golubika.metering;

import golubika.accounts.AccessLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a meter showed on a day, in whole m³.
///
/// @param id     the READING_ID of registers; null for the value that came with the meter's own register
/// @param reason why the billing refused it
/// @param sender null for what did not come from a cabinet
public record Reading(
        @Nullable String id,
        String meterId,
        LocalDate day,
        long value,
        Source source,
        State state,
        @Nullable String reason,
        @Nullable Sender sender) {

    /// A reading that did not come from a cabinet.
    public Reading(
            @Nullable String id,
            String meterId,
            LocalDate day,
            long value,
            Source source,
            State state,
            @Nullable String reason) {
        this(id, meterId, day, value, source, state, reason, null);
    }

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

    /// Whether it came from somebody with the full version.
    public boolean isSentInFull() {
        return sender != null && sender.level() == AccessLevel.FULL;
    }
}
