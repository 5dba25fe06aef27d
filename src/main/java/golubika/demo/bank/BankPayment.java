package golubika.demo.bank;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A payment in the bank's own books.
///
/// @param ordered what the shop has asked for, as it came
/// @param status  `pending`, `succeeded` or `canceled`
record BankPayment(
        UUID id,
        String shop,
        JsonNode ordered,
        String status,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant settledAt) {

    static final String PENDING = "pending";
    static final String SUCCEEDED = "succeeded";
    static final String CANCELED = "canceled";

    boolean isPending() {
        return status.equals(PENDING);
    }

    BankPayment asCreated() {
        return new BankPayment(id, shop, ordered, PENDING, null, createdAt, null);
    }

    String returnAddress() {
        return ordered.path("confirmation").path("return_url").stringValue("");
    }

    /// The payment object of the protocol.
    ///
    /// @param page where it is confirmed
    ObjectNode told(ObjectNode object, String page) {
        object.put("id", id.toString());
        object.put("status", status);
        object.put("paid", status.equals(SUCCEEDED));
        object.set("amount", ordered.get("amount"));
        object.set("description", ordered.path("description"));
        object.set("metadata", ordered.path("metadata"));
        object.put("created_at", createdAt.toString());
        object.put("refundable", false);
        object.put("test", true);
        object.putObject("recipient").put("account_id", shop).put("gateway_id", "1");
        if (isPending()) {
            object.putObject("confirmation").put("type", "redirect").put("confirmation_url", page);
        }
        if (status.equals(SUCCEEDED)) {
            object.put("captured_at", String.valueOf(settledAt));
        }
        if (status.equals(CANCELED)) {
            object.putObject("cancellation_details")
                    .put("party", "payment_network")
                    .put("reason", reason);
        }
        return object;
    }
}
