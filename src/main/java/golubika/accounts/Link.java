package golubika.accounts;

import golubika.suppliers.Supplier;
import org.jspecify.annotations.Nullable;

/// One subscriber's way to one account.
///
/// @param number  the account's canonical number
/// @param ownName what the subscriber calls it, «Дача»
public record Link(
        AccountId account,
        Supplier supplier,
        String number,
        AccessLevel level,
        @Nullable String ownName) {

    public boolean allows(Deed deed) {
        return deed.allowed(level, supplier.switches());
    }

    public boolean isFull() {
        return level == AccessLevel.FULL;
    }

    /// The end of the number: enough for who knows it, not for anybody else: «…5678».
    public String maskedNumber() {
        return "…" + number.substring(Math.max(0, number.length() - 4));
    }

    /// The number as the supplier prints it.
    public String printedNumber() {
        return supplier.accountNumber().print(number);
    }
}
