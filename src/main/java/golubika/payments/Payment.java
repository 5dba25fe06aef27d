package golubika.payments;

import golubika.accounts.AccountId;
import golubika.subscribers.SubscriberId;
import golubika.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment through the portal: what was ordered, by whom, and how far it has come.
///
/// @param readings  ids of readings that were sent along; they stand on their own
/// @param changedAt since when it has been in its state
public record Payment(
        Order order,
        SubscriberId payer,
        List<String> readings,
        PaymentState state,
        Instant startedAt,
        Instant changedAt,
        AtProvider atProvider) {

    public Payment {
        readings = List.copyOf(readings);
    }

    /// How the payment stands with its provider.
    ///
    /// @param reference   the provider's id of it, once we know it
    /// @param page        where the person pays
    /// @param failure     the provider's word for why it did not succeed
    /// @param askedAt     when we asked for the last time
    /// @param nextCheckAt when we ask next without anybody's doing
    public record AtProvider(
            String provider,
            UUID key,
            @Nullable String reference,
            @Nullable String page,
            @Nullable String failure,
            @Nullable Instant askedAt,
            @Nullable Instant nextCheckAt) {}

    public PaymentId id() {
        return order.payment();
    }

    public AccountId account() {
        return order.account();
    }

    public Money amount() {
        return order.amount();
    }

    boolean orders(Order other) {
        return amount().equals(other.amount()) && order.method() == other.method();
    }
}
