package golubika.payments.providers;

import static golubika.payments.providers.Words.text;
import static golubika.payments.providers.Words.whole;

import golubika.payments.Answer;
import golubika.payments.PaymentId;
import golubika.payments.Refunded;
import golubika.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what the gateway of Сбербанк says. Whatever cannot be read says nothing: it is an unclear answer, never a
/// failure.
final class SberbankAnswer {

    static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final String KNOWN_NUMBER = "1";

    // What the gateway does not like about an order, or about who tells it; 7 is its own fault.
    private static final Set<String> REFUSALS = Set.of("2", "3", "4", "5", "8", "9", "14", "15");

    private static final String UNKNOWN_ORDER = "6";

    // The codes of a declined try that a person can do something about, in the words of `Failures`.
    private static final Map<Long, String> REASONS = Map.of(
            -2007L, "expired_on_confirmation",
            -2006L, "3d_secure_failed",
            -2005L, "3d_secure_failed",
            101L, "card_expired",
            107L, "call_issuer",
            111L, "invalid_card_number",
            116L, "insufficient_funds",
            121L, "payment_method_limit_exceeded");

    private static final long OUT_OF_TIME = -2007;

    private SberbankAnswer() {}

    /// Whether an order of this number was registered before, by an answer to `register.do`.
    static boolean isKnown(JsonNode said) {
        return KNOWN_NUMBER.equals(text(said, "errorCode"));
    }

    /// The answer to `register.do`: the gateway's id of the order and the page to pay on. What was ordered it repeats
    /// not, so that is taken as told.
    static Answer registered(JsonNode said, PaymentId payment, Money amount) {
        var error = text(said, "errorCode");
        var reference = text(said, "orderId");
        var page = text(said, "formUrl");
        if (error != null && REFUSALS.contains(error)) {
            return new Answer.Refused("error " + error);
        }
        if (!isFine(error) || reference == null || page == null) {
            return new Answer.Unclear("error " + error, A_MINUTE);
        }
        return new Answer.Told(
                reference, Answer.Status.PENDING, payment.toString(), amount, Sberbank.ROUBLE, page, null, null);
    }

    /// The answer to `getOrderStatusExtended.do`.
    ///
    /// @param asked the gateway's id by which the order was asked for; null when it was by its number
    static Answer state(JsonNode said, @Nullable String asked) {
        var error = text(said, "errorCode");
        if (UNKNOWN_ORDER.equals(error)) {
            return new Answer.Refused("not_found");
        }
        var status = status(said);
        var amount = amount(said, status);
        var currency = currency(text(said, "currency"));
        var reference = reference(said, asked);
        if (!isFine(error) || status == null || amount == null || currency == null || reference == null) {
            return new Answer.Unclear("error " + error + ", status " + text(said, "orderStatus"), A_MINUTE);
        }
        return new Answer.Told(
                reference,
                status,
                payment(text(said, "orderNumber")),
                Money.ofKopecks(amount),
                currency,
                null,
                status == Answer.Status.SUCCEEDED ? moment(said) : null,
                reason(said, status));
    }

    /// The answer to `refund.do`.
    static Refunded refunded(JsonNode said, String reference) {
        var error = text(said, "errorCode");
        if (isFine(error) && said.has("errorCode")) {
            return new Refunded.Done(reference);
        }
        return error == null || error.equals("7")
                ? new Refunded.Unclear("error " + error)
                : new Refunded.Refused("error " + error);
    }

    // 4 after a partial refund too. 6 is also a declined try of an order that takes another, until its time is out.
    private static Answer.@Nullable Status status(JsonNode said) {
        return switch (text(said, "orderStatus")) {
            case "0", "1", "5" -> Answer.Status.PENDING;
            case "2" -> Answer.Status.SUCCEEDED;
            case "3" -> Answer.Status.CANCELED;
            case "4" -> Answer.Status.GIVEN_BACK;
            case "6" -> isOutOfTime(said) ? Answer.Status.CANCELED : Answer.Status.DECLINED;
            case null, default -> null;
        };
    }

    private static boolean isOutOfTime(JsonNode said) {
        var code = whole(said, "actionCode");
        return code != null && code == OUT_OF_TIME;
    }

    // What was taken counts, where it is told, before what was ordered.
    private static @Nullable Long amount(JsonNode said, Answer.@Nullable Status status) {
        var taken = whole(said.path("paymentAmountInfo"), "depositedAmount");
        return status == Answer.Status.SUCCEEDED && taken != null ? taken : whole(said, "amount");
    }

    private static @Nullable String currency(@Nullable String code) {
        return "643".equals(code) || "810".equals(code) ? Sberbank.ROUBLE : code;
    }

    private static @Nullable String reference(JsonNode said, @Nullable String asked) {
        for (var attribute : said.path("attributes")) {
            if ("mdOrder".equals(text(attribute, "name"))) {
                return text(attribute, "value");
            }
        }
        return asked;
    }

    private static @Nullable String payment(@Nullable String number) {
        try {
            return number == null ? null : PaymentId.fromDigits(number).toString();
        } catch (IllegalArgumentException e) {
            return number;
        }
    }

    private static @Nullable Instant moment(JsonNode said) {
        var paid = whole(said, "depositedDate");
        var authorised = paid == null ? whole(said, "authDateTime") : paid;
        return authorised == null || authorised <= 0 ? null : Instant.ofEpochMilli(authorised);
    }

    private static @Nullable String reason(JsonNode said, Answer.Status status) {
        return switch (status) {
            case DECLINED, CANCELED -> {
                var code = whole(said, "actionCode");
                yield code == null ? "order_closed" : REASONS.getOrDefault(code, "action " + code);
            }
            case PENDING, SUCCEEDED, GIVEN_BACK -> null;
        };
    }

    private static boolean isFine(@Nullable String error) {
        return error == null || error.equals("0");
    }
}
