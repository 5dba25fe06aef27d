package golubika.registers;

/// What a register is about, in the order in which registers of one day are to be loaded: each after those that it
/// refers to. PAYMENTS and ACK come before the BALANCES that include their payments, so that no payment is
/// subtracted twice in between.
public enum RegisterKind {
    SUPPLIER,
    TARIFFS,
    NORMS,
    ACCOUNTS,
    METERS,
    READINGS,
    CHARGES,
    PAYMENTS,
    ACK,
    BALANCES
}
