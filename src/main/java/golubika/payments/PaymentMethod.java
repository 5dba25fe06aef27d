package golubika.payments;

/// How a person pays at the provider's page.
public enum PaymentMethod {
    /// The instant payments of the Bank of Russia, СБП, from the app of the person's bank.
    SBP,
    CARD
}
