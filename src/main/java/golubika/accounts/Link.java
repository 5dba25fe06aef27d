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

    /// While the supplier's service is down, nothing but its own words can be seen.
    public boolean allows(Deed deed) {
        return deed == Deed.SEE || supplier.isAvailable() && deed.allowed(level, supplier.switches());
    }

    public boolean isFull() {
        return level == AccessLevel.FULL;
    }

    /// The number as the supplier prints it.
    public String printedNumber() {
        return supplier.accountNumber().print(number);
    }
}
