package golubika.payments;

import golubika.accounts.AccountId;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import golubika.values.Money;

/// What a provider is asked to take. It never changes: a repeat must say the same to the letter.
///
/// @param accountNumber in canonical form
/// @param amount        from 1 ₽ to 500 000 ₽
/// @param receiptEmail  where the fiscal receipt (54-ФЗ) and our letter go, an `EmailAddress` as people read it
/// @param month         the month that is paid for
public record Order(
        PaymentId payment,
        AccountId account,
        SupplierCode supplier,
        String accountNumber,
        Money amount,
        PaymentMethod method,
        String receiptEmail,
        BillingMonth month) {

    public static final Money LEAST = Money.ofKopecks(1_00);
    public static final Money MOST = Money.ofKopecks(500_000_00);

    public Order {
        if (!isPayable(amount)) {
            throw new IllegalArgumentException("not payable: " + amount);
        }
    }

    public static boolean isPayable(Money amount) {
        return amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
    }
}
