package golubika.payments;

/// What became of an order that a form brought.
public sealed interface Start {

    record Begun(Payment payment) implements Start {}

    /// The form had been sent before, and this is the payment that it brought.
    record Repeated(Payment payment) implements Start {}

    /// The form had been sent before with another order; the new one was not taken.
    record OtherOrder(Payment payment) implements Start {}

    /// A payment of the account runs that the person had not been told of; the new one was not taken.
    record AnotherRuns(Payment payment) implements Start {}
}
