package golubika.bills.web;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.bills.Bill;
import golubika.bills.Density;
import golubika.bills.Sheet;
import golubika.values.BillingMonth;
import org.jspecify.annotations.Nullable;

/// Page 18: the bill of a month, with what matters of it above the sheet.
///
/// @param newest the newest month, where this is an older one
public record BillPage(
        Link link,
        Bill bill,
        Sheet sheet,
        Density density,
        @Nullable BillingMonth newest) {

    /// Whether paying makes sense here, and the person may.
    public boolean mayPay() {
        return link.allows(Deed.PAY) && !bill.payable().isZero();
    }
}
