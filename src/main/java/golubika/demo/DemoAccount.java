package golubika.demo;

import golubika.demo.billing.ClosedMonth;
import golubika.demo.billing.Household;
import golubika.suppliers.Supplier;

/// An account that newcomers may try, as its billing has closed it last.
public record DemoAccount(Supplier supplier, Household household, ClosedMonth last) {

    public boolean isClosed() {
        return household.closedFrom() != null;
    }

    public String printedNumber() {
        return supplier.accountNumber().print(household.number());
    }
}
