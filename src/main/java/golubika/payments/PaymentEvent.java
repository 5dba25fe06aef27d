package golubika.payments;

import java.time.Instant;

/// A change of a payment's state.
public record PaymentEvent(Instant at, PaymentState state) {}
