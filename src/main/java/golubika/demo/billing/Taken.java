package golubika.demo.billing;

import golubika.accounts.AccountId;
import golubika.charges.Receipt;
import golubika.metering.Reading;
import golubika.values.BillingMonth;
import java.util.List;
import java.util.Map;

/// What the portal has taken from people and handed to the billing, by account.
///
/// From the first reading that the portal takes for a meter, only such readings count for it; from the first payment
/// for an account, only such payments. Until then the household lives on as invented.
public record Taken(Map<AccountId, List<Payment>> payments, Map<AccountId, List<Reading>> readings) {

    public static final Taken NOTHING = new Taken(Map.of(), Map.of());

    /// @param posted the month in which the portal entered it: the billing books it there, whenever it was paid
    public record Payment(Receipt receipt, BillingMonth posted) {}

    public Taken {
        payments = Map.copyOf(payments);
        readings = Map.copyOf(readings);
    }

    List<Payment> payments(AccountId account) {
        return payments.getOrDefault(account, List.of());
    }

    List<Reading> readings(AccountId account) {
        return readings.getOrDefault(account, List.of());
    }
}
