package golubika.payments;

import golubika.values.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of a call to a provider.
public sealed interface Answer {

    /// The provider has told of the payment.
    ///
    /// @param reference the provider's id of it
    /// @param order     our id that it keeps with it
    /// @param amount    in `currency`, an ISO 4217 code
    /// @param page      where the person pays, while that is possible
    /// @param paidAt    when the money was taken
    /// @param reason    the provider's word for a cancellation
    record Told(
            String reference,
            Status status,
            @Nullable String order,
            Money amount,
            String currency,
            @Nullable String page,
            @Nullable Instant paidAt,
            @Nullable String reason)
            implements Answer {}

    enum Status {
        PENDING,
        SUCCEEDED,
        /// A try to pay has failed, and the order may be open for another.
        DECLINED,
        /// Nothing was paid, and nothing will be.
        CANCELED,
        /// Paid, and given back in whole or in part, or about to be.
        GIVEN_BACK
    }

    /// The provider has not taken the order and will not.
    record Refused(String reason) implements Answer {}

    /// No answer, or none that says anything: the order may have been taken or not.
    ///
    /// @param again how long to wait before asking again
    record Unclear(String why, Duration again) implements Answer {}
}
