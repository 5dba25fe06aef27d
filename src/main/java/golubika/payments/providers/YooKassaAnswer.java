package golubika.payments.providers;

import golubika.payments.Answer;
import golubika.payments.Notice;
import golubika.payments.PaymentId;
import golubika.payments.Refunded;
import golubika.values.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what ЮKassa says. Whatever cannot be read says nothing: it is an unclear answer, never a failure.
final class YooKassaAnswer {

    /// After no answer, or 500, the order is told again once a minute.
    static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Duration SOONEST = Duration.ofSeconds(2);

    private final JsonMapper json;

    YooKassaAnswer(JsonMapper json) {
        this.json = json;
    }

    Answer created(int status, byte[] body) {
        return switch (status) {
            case 200 -> payment(body);
            case 202 -> new Answer.Unclear("still at it", retryAfter(body));
            case 429 -> new Answer.Unclear("too many calls", A_MINUTE);
            case 400, 401, 403, 404, 405, 415 -> refusal(body, status);
            default -> new Answer.Unclear("status " + status, A_MINUTE);
        };
    }

    Answer fetched(int status, byte[] body) {
        return switch (status) {
            case 200 -> payment(body);
            case 404 -> new Answer.Refused("not_found");
            default -> new Answer.Unclear("status " + status, A_MINUTE);
        };
    }

    /// The answer to `POST /refunds`. A repeat with the same key within 24 hours brings the same refund.
    Refunded refunded(int status, byte[] body) {
        return switch (status) {
            case 200 -> refund(body);
            case 400, 401, 403, 404, 405, 415 ->
                refusal(body, status) instanceof Answer.Refused(var reason)
                        ? new Refunded.Refused(reason)
                        : new Refunded.Unclear("the key is known with another body");
            default -> new Refunded.Unclear("status " + status);
        };
    }

    private Refunded refund(byte[] body) {
        try {
            var root = json.readTree(body);
            var reference = text(root, "id");
            return reference == null
                    ? new Refunded.Unclear("a refund without id")
                    : switch (text(root, "status")) {
                        case "succeeded" -> new Refunded.Done(reference);
                        case "pending" -> new Refunded.Underway(reference);
                        case "canceled" ->
                            new Refunded.Refused(String.valueOf(text(root.path("cancellation_details"), "reason")));
                        case null, default -> new Refunded.Unclear("a refund of unknown status");
                    };
        } catch (JacksonException e) {
            return new Refunded.Unclear("an answer that cannot be read: " + e.getMessage());
        }
    }

    /// `{"type":"notification","event":"payment.succeeded","object":{"id":…}}`.
    Optional<Notice> notice(byte[] body) {
        try {
            var root = json.readTree(body);
            var event = text(root, "event");
            var ofRefund = event != null && event.startsWith("refund.");
            var reference = text(root.path("object"), ofRefund ? "payment_id" : "id");
            if (!"notification".equals(text(root, "type")) || event == null || reference == null) {
                return Optional.empty();
            }
            return Optional.of(new Notice(event, reference, claimed(root.path("object"))));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<PaymentId> claimed(JsonNode object) {
        try {
            return Optional.ofNullable(text(object.path("metadata"), "payment")).map(PaymentId::from);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Answer payment(byte[] body) {
        try {
            var root = json.readTree(body);
            var status = status(text(root, "status"));
            var reference = text(root, "id");
            var amount = text(root.path("amount"), "value");
            var currency = text(root.path("amount"), "currency");
            if (status == null || reference == null || amount == null || currency == null) {
                return new Answer.Unclear("an answer without id, status or amount", A_MINUTE);
            }
            return new Answer.Told(
                    reference,
                    status,
                    text(root.path("metadata"), "payment"),
                    Money.exactlyFrom(new BigDecimal(amount)),
                    currency,
                    text(root.path("confirmation"), "confirmation_url"),
                    moment(text(root, "captured_at")),
                    text(root.path("cancellation_details"), "reason"));
        } catch (JacksonException | ArithmeticException | NumberFormatException | DateTimeException e) {
            return new Answer.Unclear("an answer that cannot be read: " + e.getMessage(), A_MINUTE);
        }
    }

    // A key that was used with another body: the order is there under this key, in words that we no longer know.
    private Answer refusal(byte[] body, int status) {
        try {
            var root = json.readTree(body);
            if ("Idempotence-Key".equals(text(root, "parameter"))) {
                return new Answer.Unclear("the key is known with another body", A_MINUTE);
            }
            return new Answer.Refused(status + " " + text(root, "code") + " " + text(root, "parameter"));
        } catch (JacksonException e) {
            return new Answer.Refused(Integer.toString(status));
        }
    }

    private Duration retryAfter(byte[] body) {
        try {
            var asked =
                    Duration.ofMillis(json.readTree(body).path("retry_after").asLong(0));
            return asked.compareTo(SOONEST) < 0 ? SOONEST : asked;
        } catch (JacksonException e) {
            return SOONEST;
        }
    }

    private static Answer.@Nullable Status status(@Nullable String word) {
        return switch (word) {
            case "pending", "waiting_for_capture" -> Answer.Status.PENDING;
            case "succeeded" -> Answer.Status.SUCCEEDED;
            case "canceled" -> Answer.Status.CANCELED;
            case null, default -> null;
        };
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString()
                        && !value.stringValue().isEmpty()
                        && value.stringValue().length() <= 2000
                ? value.stringValue()
                : null;
    }
}
