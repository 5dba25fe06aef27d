package golubika.payments;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// On which terms a supplier takes money through a provider.
///
/// @param since when that was chosen; of several providers the latest choice takes new payments
public record Terms(Set<PaymentMethod> methods, Instant since) {

    /// For a shop that takes the money of all suppliers without one of their own.
    public static final Instant BY_DEFAULT = Instant.MIN;

    /// For a supplier's own shop that the settings name; what is chosen later by command goes before it.
    public static final Instant BY_SETTINGS = Instant.EPOCH;

    public Terms {
        methods = methods.isEmpty() ? EnumSet.allOf(PaymentMethod.class) : EnumSet.copyOf(methods);
    }
}
