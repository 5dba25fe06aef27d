package golubika.demo.bank;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A payment in the bank's own books.
///
/// @param asked    what the shop has asked for, as it came
/// @param status   `pending`, `succeeded` or `canceled`
/// @param returned kopecks that were given back
record BankPayment(
        UUID id,
        String shop,
        Language language,
        JsonNode asked,
        String status,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant settledAt,
        boolean bySbp,
        long returned) {

    static final String PENDING = "pending";
    static final String AUTHORIZED = "authorized";
    static final String SUCCEEDED = "succeeded";
    static final String CANCELED = "canceled";
    static final String REFUNDED = "refunded";
    static final String EXPIRED = "expired_on_confirmation";
    static final String DECLINED = "insufficient_funds";

    boolean isPending() {
        return status.equals(PENDING);
    }

    boolean isPaid() {
        return status.equals(SUCCEEDED);
    }

    boolean isExpired() {
        return EXPIRED.equals(reason);
    }

    BankPayment asCreated() {
        return as(PENDING);
    }

    /// The payment as a liar tells it.
    BankPayment contrary() {
        return as(isPaid() ? CANCELED : SUCCEEDED);
    }

    private BankPayment as(String otherStatus) {
        return new BankPayment(id, shop, language, asked, otherStatus, reason, createdAt, settledAt, bySbp, 0);
    }

    BankOrder order() {
        return language.order(asked);
    }
}
