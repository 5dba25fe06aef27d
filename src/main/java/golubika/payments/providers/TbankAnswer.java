package golubika.payments.providers;

import static golubika.payments.providers.Words.isTrue;
import static golubika.payments.providers.Words.text;
import static golubika.payments.providers.Words.whole;

import golubika.payments.Answer;
import golubika.payments.Refunded;
import golubika.values.Money;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what T-Bank says. Whatever cannot be read says nothing: it is an unclear answer, never a failure. Terminals
/// count in roubles alone, and name no currency.
final class TbankAnswer {

    static final Duration A_MINUTE = Duration.ofMinutes(1);
    static final String ROUBLE = "RUB";

    // The bank's own faults; any other error of Init is a word on the order itself.
    private static final Set<String> OWN_FAULTS = Set.of("402", "9999");

    // The codes of a declined try that a person can do something about, in the words of `Failures`.
    private static final Map<String, String> REASONS = Map.of(
            "101", "3d_secure_failed",
            "1014", "invalid_card_number",
            "1051", "insufficient_funds",
            "1054", "card_expired",
            "1057", "payment_method_restricted",
            "1061", "payment_method_limit_exceeded",
            "1082", "invalid_csc",
            "1091", "issuer_unavailable");

    private TbankAnswer() {}

    /// The answer to `Init`.
    static Answer started(JsonNode said) {
        var error = text(said, "ErrorCode");
        if (!isTrue(said, "Success")) {
            return isOwnFault(said) || said.hasNonNull("PaymentId")
                    ? new Answer.Unclear("error " + error, A_MINUTE)
                    : new Answer.Refused("error " + error);
        }
        return state(said);
    }

    /// Whether the bank could not say what it was asked, through no fault of the question.
    static boolean isOwnFault(JsonNode said) {
        var error = text(said, "ErrorCode");
        return !isTrue(said, "Success") && (error == null || OWN_FAULTS.contains(error));
    }

    /// The answer to `GetState`, and each payment of an order in that to `CheckOrder`.
    static Answer state(JsonNode said) {
        var word = text(said, "Status");
        var status = status(word);
        var reference = text(said, "PaymentId");
        var amount = whole(said, "Amount");
        if (status == null || reference == null || amount == null) {
            return new Answer.Unclear("error " + text(said, "ErrorCode") + ", status " + word, A_MINUTE);
        }
        if (status == Answer.Status.SUCCEEDED && !isTrue(said, "Success")) {
            return new Answer.Unclear("confirmed without success", A_MINUTE);
        }
        return new Answer.Told(
                reference,
                status,
                text(said, "OrderId"),
                Money.ofKopecks(amount),
                ROUBLE,
                text(said, "PaymentURL"),
                null,
                reason(said, word, status));
    }

    /// The answer to `Cancel`.
    static Refunded refunded(JsonNode said, String reference) {
        var error = text(said, "ErrorCode");
        if (!isTrue(said, "Success")) {
            return isOwnFault(said) ? new Refunded.Unclear("error " + error) : new Refunded.Refused("error " + error);
        }
        return switch (text(said, "Status")) {
            case "REFUNDED", "PARTIAL_REFUNDED", "REVERSED", "PARTIAL_REVERSED" -> new Refunded.Done(reference);
            case "REFUNDING", "ASYNC_REFUNDING", "REVERSING" -> new Refunded.Underway(reference);
            case null, default -> new Refunded.Unclear("status " + text(said, "Status"));
        };
    }

    // AUTHORIZED of a one-stage payment comes together with CONFIRMED, in any order.
    static Answer.@Nullable Status status(@Nullable String word) {
        return switch (word) {
            case "NEW",
                    "FORM_SHOWED",
                    "AUTHORIZING",
                    "3DS_CHECKING",
                    "3DS_CHECKED",
                    "PAY_CHECKING",
                    "AUTHORIZED",
                    "CONFIRMING",
                    "CONFIRM_CHECKING" -> Answer.Status.PENDING;
            case "CONFIRMED" -> Answer.Status.SUCCEEDED;
            case "AUTH_FAIL", "REJECTED" -> Answer.Status.DECLINED;
            case "CANCELED", "DEADLINE_EXPIRED", "REVERSED" -> Answer.Status.CANCELED;
            case "REVERSING", "PARTIAL_REVERSED", "REFUNDING", "ASYNC_REFUNDING", "PARTIAL_REFUNDED", "REFUNDED" ->
                Answer.Status.GIVEN_BACK;
            case null, default -> null;
        };
    }

    private static @Nullable String reason(JsonNode said, @Nullable String word, Answer.Status status) {
        return switch (status) {
            case DECLINED -> {
                var error = text(said, "ErrorCode");
                yield error == null || error.equals("0")
                        ? "general_decline"
                        : REASONS.getOrDefault(error, "error " + error);
            }
            case CANCELED -> "DEADLINE_EXPIRED".equals(word) ? "expired_on_confirmation" : word;
            case PENDING, SUCCEEDED, GIVEN_BACK -> null;
        };
    }
}
