package golubika.bills.production;

import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import org.jspecify.annotations.Nullable;

/// How far the bills of a supplier for a month have come.
///
/// @param lastAccount all accounts up to this one are done, in the order of ids; null before the first
/// @param accounts    how many had a bill of the month when it was ordered
/// @param writtenTo   of the done ones, those told by letter instead of paper
/// @param failed      of the done ones, those whose bill could not be made
public record BillRun(
        SupplierCode supplier,
        BillingMonth month,
        @Nullable Long lastAccount,
        long accounts,
        long done,
        long writtenTo,
        long failed,
        boolean finished) {

    public int percent() {
        return accounts == 0 ? 100 : (int) Math.min(100, done * 100 / accounts);
    }
}
