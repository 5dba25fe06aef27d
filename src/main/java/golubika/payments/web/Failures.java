package golubika.payments.web;

import golubika.site.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A provider's reason for not taking the money, in words that say what to do.
@Component
class Failures {

    // The reasons of ЮKassa that a person can do something about; all others get the general sentence.
    private static final Set<String> TOLD = Set.of(
            "3d_secure_failed",
            "call_issuer",
            "card_expired",
            "expired_on_confirmation",
            "fraud_suspected",
            "general_decline",
            "insufficient_funds",
            "internal_timeout",
            "invalid_card_number",
            "invalid_csc",
            "issuer_unavailable",
            "no_answer",
            "payment_method_limit_exceeded",
            "payment_method_restricted",
            "too_little_for_sbp");

    private final Texts texts;

    Failures(Texts texts) {
        this.texts = texts;
    }

    String inWords(@Nullable String reason) {
        return texts.of("payments.failure." + (reason != null && TOLD.contains(reason) ? reason : "other"));
    }
}
