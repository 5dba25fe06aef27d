package golubika.charges;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a month of an account, or of one service of it, closed: opening + accrued + recalculated + penalty − paid
/// (less benefits, which the billing has taken off already) = closing. Positive is owed.
///
/// @param service empty for the whole account
public record Balance(
        BillingMonth month,
        String service,
        LocalDate asOf,
        Money opening,
        Money accrued,
        Money paid,
        Money recalculated,
        Money penalty,
        Money closing,
        @Nullable LocalDate dueDate) {

    /// The closing balance that the other figures give.
    public Money reckoned() {
        return opening.plus(accrued).plus(recalculated).plus(penalty).minus(paid);
    }

    public boolean isWhole() {
        return service.isEmpty();
    }
}
