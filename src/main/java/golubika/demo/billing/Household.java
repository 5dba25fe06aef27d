package golubika.demo.billing;

import golubika.accounts.AccountId;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invented household with its supply account.
///
/// @param number     the account's canonical number
/// @param pin        6 digits, printed on its paper bills
/// @param owes       the debt with which the demo begins, where it must be an exact sum
/// @param closedFrom the first month in which the account no longer exists, if it was closed
public record Household(
        SupplierCode supplier,
        String number,
        String pin,
        Home home,
        Direction direction,
        Story story,
        Use use,
        List<MeterPlan> meters,
        @Nullable Money owes,
        @Nullable BillingMonth closedFrom) {

    public Household {
        meters = List.copyOf(meters);
    }

    public AccountId account() {
        return AccountId.of(supplier, number);
    }

    /// Which case it plays, as a word: `SEAL_BROKEN`.
    public String plays() {
        return story.name();
    }

    boolean isClosedIn(BillingMonth month) {
        return closedFrom != null && month.compareTo(closedFrom) >= 0;
    }
}
