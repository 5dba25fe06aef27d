package golubika.payments;

import golubika.charges.Posting;
import golubika.charges.Receipt;
import golubika.values.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line of the section «Платежи» of an account.
///
/// @param at             when it was made, or set out to be made
/// @param payment        our payment, with a page of its own; null for one made elsewhere
/// @param state          `SUCCEEDED` for all that were made elsewhere
/// @param channel        `PORTAL`, or the billing's word for a bank or post
/// @param knownToBilling whether a register of the billing has named it
public record PaymentLine(
        Instant at,
        Money amount,
        @Nullable PaymentId payment,
        PaymentState state,
        String channel,
        boolean knownToBilling) {

    static PaymentLine of(Payment payment, Optional<Posting> entry) {
        return new PaymentLine(
                entry.map(Posting::paidAt).orElse(payment.startedAt()),
                payment.amount(),
                payment.id(),
                payment.state(),
                Receipt.PORTAL,
                entry.map(posted -> posted.knownAsOf() != null).orElse(false));
    }

    static PaymentLine elsewhere(Posting entry) {
        return new PaymentLine(
                entry.paidAt(),
                entry.amount(),
                null,
                PaymentState.SUCCEEDED,
                entry.channel(),
                entry.knownAsOf() != null);
    }
}
