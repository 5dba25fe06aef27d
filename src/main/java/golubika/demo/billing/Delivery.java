package golubika.demo.billing;

import golubika.values.BillingMonth;
import java.time.LocalDate;

/// The months that one set of registers is about: two years at once when the demo begins, then one at a time.
public record Delivery(BillingMonth from, BillingMonth to) {

    /// The day of the billing's data: the first one after the months.
    public LocalDate asOf() {
        return to.next().firstDay();
    }

    boolean holds(BillingMonth month) {
        return month.compareTo(from) >= 0 && month.compareTo(to) <= 0;
    }
}
