package golubika.payments;

/// What came of telling a provider to give money back.
public sealed interface Refunded {

    /// The money is on its way to the person.
    ///
    /// @param reference the provider's id of the refund, or of the payment where refunds have none
    record Done(String reference) implements Refunded {}

    /// Taken, and not yet done: it may still come to nothing.
    record Underway(String reference) implements Refunded {}

    /// Nothing is given back.
    record Refused(String reason) implements Refunded {}

    /// No answer, or none that says anything: to be told again under the same key.
    record Unclear(String why) implements Refunded {}
}
