package golubika.charges;

import golubika.values.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that came in for an account.
///
/// @param entryId    the PAY_ID of registers: the id of our payment, or the billing's own
/// @param amount     positive lowers the debt
/// @param channel    where it was paid: `PORTAL`, or the billing's word for a bank or post
/// @param provider   the payment provider, where known
/// @param providerId the provider's id of the payment
public record Receipt(
        String entryId,
        Instant paidAt,
        Money amount,
        String channel,
        @Nullable String provider,
        @Nullable String providerId) {

    /// The channel of payments made on the portal.
    public static final String PORTAL = "PORTAL";
}
