package golubika.payments;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How far a payment has come, as far as we know. Truth is with the provider; we move only on its own answer.
public enum PaymentState {
    /// Stored with us; the provider has been told or is about to be.
    INTENDED,
    /// The provider was told and has not said whether it took the order.
    UNKNOWN,
    /// The provider waits for the person to pay.
    REDIRECTED,
    /// The provider has the money; it is in the ledger.
    SUCCEEDED,
    /// The provider has taken no money and will take none.
    FAILED,
    /// The provider speaks of another sum, currency or order than ours: a person has to look.
    MISMATCHED;

    // The one list of legal transitions; anything else is ignored as old news. Money that comes after a failure is
    // money all the same. A cancellation for `internal_timeout` is a failure as well: the new key that it wants comes
    // with the payment that the person starts anew, for nobody else can confirm it.
    private static final Map<PaymentState, Set<PaymentState>> NEXT = new EnumMap<>(Map.of(
            INTENDED, EnumSet.of(UNKNOWN, REDIRECTED, SUCCEEDED, FAILED, MISMATCHED),
            UNKNOWN, EnumSet.of(REDIRECTED, SUCCEEDED, FAILED, MISMATCHED),
            REDIRECTED, EnumSet.of(SUCCEEDED, FAILED, MISMATCHED),
            MISMATCHED, EnumSet.of(SUCCEEDED, FAILED),
            FAILED, EnumSet.of(SUCCEEDED, MISMATCHED),
            SUCCEEDED, EnumSet.noneOf(PaymentState.class)));

    public boolean mayBecome(PaymentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Whether the person is still waiting for the outcome.
    public boolean isRunning() {
        return this == INTENDED || this == UNKNOWN || this == REDIRECTED;
    }

    /// Whether the provider may not know of the order yet, so that it is told again under the same key.
    boolean awaitsCreation() {
        return this == INTENDED || this == UNKNOWN;
    }
}
