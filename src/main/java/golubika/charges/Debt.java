package golubika.charges;

import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an account owes now: its last statement's closing balance less the money which that statement does not know.
///
/// @param amount      positive is owed, negative overpaid
/// @param month       the month of that statement; null while the billing has sent none
/// @param asOf        the day of the billing's data
/// @param dueDate     the day until which the month is to be paid, where known
/// @param billed      the statement's closing balance
/// @param unknownPaid money that came in since, unknown to the statement
public record Debt(
        Money amount,
        @Nullable BillingMonth month,
        @Nullable LocalDate asOf,
        @Nullable LocalDate dueDate,
        Money billed,
        Money unknownPaid) {

    /// With the supplier's due day where the register has stated none.
    Debt dueBy(Supplier supplier) {
        return month == null || dueDate != null
                ? this
                : new Debt(amount, month, asOf, supplier.dueDate(month).orElse(null), billed, unknownPaid);
    }
}
