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
        @Nullable String ownName,
        Rights rights) {

    /// The link of who needed nobody's invitation.
    public Link(AccountId account, Supplier supplier, String number, AccessLevel level, @Nullable String ownName) {
        this(account, supplier, number, level, ownName, Rights.OWN);
    }

    /// While the supplier's service is down, nothing but its own words can be seen.
    public boolean allows(Deed deed) {
        return deed == Deed.SEE
                || supplier.isAvailable() && deed.allowed(level, supplier.switches()) && rights.allow(deed);
    }

    /// The same link without what was proven: for pages that whoever holds an address can open.
    public Link unproven() {
        return new Link(account, supplier, number, AccessLevel.BASIC, ownName, rights);
    }

    public boolean isFull() {
        return level == AccessLevel.FULL;
    }

    /// FULL in their own right.
    public boolean isOwner() {
        return isFull() && !rights.invited();
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
