package golubika.demo.billing;

import golubika.charges.Receipt;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is paid for an account in a month, by the household's habit or through the portal.
///
/// @param anchor     the month in which the demo began
/// @param sent       payments that the portal has taken
/// @param settlement how the household comes to owe the sum with which the demo begins, where it must be exact
record PaymentHabits(
        Household household,
        Supplier supplier,
        BillingMonth anchor,
        List<Taken.Payment> sent,
        @Nullable Settlement settlement,
        Chance chance) {

    private static final List<String> CHANNELS = List.of("BANK", "BANK", "BANK", "POST");

    /// @param opening owed when the month began
    /// @param charged what the month adds, penalty aside
    List<Receipt> in(BillingMonth month, Money opening, Money charged) {
        if (sent.stream().anyMatch(payment -> payment.posted().compareTo(month) <= 0)) {
            return sent.stream()
                    .filter(payment -> payment.posted().equals(month))
                    .map(Taken.Payment::receipt)
                    .toList();
        }
        var sum = sum(month, opening, charged);
        return sum.isPositive() ? List.of(receipt(month, sum)) : List.of();
    }

    private Money sum(BillingMonth month, Money opening, Money charged) {
        var offset = Story.offset(anchor, month);
        if (settlement != null && offset <= 0 && offset >= -settlement.unpaid()) {
            return offset == 0 ? settlement.last() : Money.ZERO;
        }
        var dice = household.owes() == null ? chance.below(1000, "pays", household.number(), month) : 0;
        return household.story().paying().sum(opening, charged, offset, dice);
    }

    private Receipt receipt(BillingMonth month, Money sum) {
        var number = household.number();
        var at = month.month()
                .atDay(day(month))
                .atTime(chance.between(9, 20, "hour", number, month), chance.below(60, "minute", number, month))
                .atZone(supplier.timeZone());
        var channel = chance.oneOf(CHANNELS, "channel", number);
        return new Receipt("B-" + number + "-" + month, at.toInstant(), sum, channel, null, null);
    }

    private int day(BillingMonth month) {
        if (settlement != null && month.compareTo(anchor) <= 0) {
            return settlement.day(month.equals(anchor) ? month.month().lengthOfMonth() : 5);
        }
        return household.story().paying().paysWithReading()
                ? chance.between(26, 28, "day", household.number(), month)
                : chance.between(3, 13, "day", household.number(), month);
    }
}
