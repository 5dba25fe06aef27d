package golubika.demo.billing;

import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Receipt;
import golubika.metering.Meter;
import golubika.metering.Reading;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.List;

/// A month of an account, closed by the billing.
///
/// @param balances the whole account first, then each service
/// @param meters   how the meters stood when the month ended, removed ones included
public record ClosedMonth(
        BillingMonth month,
        List<Charge> charges,
        List<Balance> balances,
        List<Receipt> receipts,
        List<Reading> readings,
        List<MeterState> meters) {

    /// A meter when a month has ended. Day and value are those of the last reading that counted.
    public record MeterState(
            MeterPlan plan,
            Meter.Status status,
            LocalDate verified,
            LocalDate validTo,
            LocalDate lastDay,
            long lastValue) {

        public boolean isInUse() {
            return status != Meter.Status.REMOVED;
        }
    }

    public ClosedMonth {
        charges = List.copyOf(charges);
        balances = List.copyOf(balances);
        receipts = List.copyOf(receipts);
        readings = List.copyOf(readings);
        meters = List.copyOf(meters);
    }

    public Balance whole() {
        return balances.getFirst();
    }
}
