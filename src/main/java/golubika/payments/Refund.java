package golubika.payments;

import golubika.values.Money;
import java.util.UUID;

/// Money to give back to who has paid, by the way that it came.
///
/// @param order     what was paid
/// @param reference the provider's id of the payment
/// @param amount    the whole or a part of it
/// @param key       names this refund: told again under the same key, it is the same one
public record Refund(Order order, String reference, Money amount, UUID key) {

    public Refund {
        if (!amount.isPositive() || amount.compareTo(order.amount()) > 0) {
            throw new IllegalArgumentException("of " + order.amount() + " paid, " + amount + " cannot be given back");
        }
    }

    public boolean isWhole() {
        return amount.equals(order.amount());
    }
}
