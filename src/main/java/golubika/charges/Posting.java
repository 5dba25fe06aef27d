package golubika.charges;

import golubika.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A receipt as the ledger holds it.
///
/// @param knownAsOf the day of the register in which the billing named it; null while it has not
public record Posting(
        String entryId,
        Instant paidAt,
        Money amount,
        String channel,
        @Nullable String provider,
        @Nullable LocalDate knownAsOf) {}
