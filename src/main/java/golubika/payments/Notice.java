package golubika.payments;

import java.util.Optional;

/// What a message to our webhook claims: something happened to a payment. Only a reason to ask.
///
/// @param reference the provider's id of the payment
/// @param payment   our id, where the message carries it
public record Notice(String event, String reference, Optional<PaymentId> payment) {}
