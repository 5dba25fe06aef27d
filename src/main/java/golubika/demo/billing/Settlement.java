package golubika.demo.billing;

import golubika.values.Money;
import java.util.function.Function;

/// How a household comes to owe an exact sum in the month in which the demo begins: it leaves some months unpaid,
/// and pays in that month just so much that the sum remains.
///
/// @param unpaid months without a payment before it
record Settlement(int unpaid, Money last) {

    /// @param owed    the sum to come to
    /// @param closing what remains after a settlement
    static Settlement of(Money owed, Function<Settlement, Money> closing) {
        var unpaid = 0;
        var remaining = closing.apply(new Settlement(unpaid, Money.ZERO));
        while (remaining.compareTo(owed) < 0) {
            unpaid++;
            remaining = closing.apply(new Settlement(unpaid, Money.ZERO));
        }
        return new Settlement(unpaid, remaining.minus(owed));
    }

    // With debts of several months the payment comes on the last day, when it can no longer change the penalty.
    int day(int lastDay) {
        return unpaid == 0 ? 5 : lastDay;
    }
}
