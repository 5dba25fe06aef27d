package golubika.payments;

import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sets a payment going in three beats: the intent is stored, the provider is told, its answer is stored. A crash
/// between them leaves a payment that `AskProvider` brings to its end.
@Component
public class StartPayment {

    private final PaymentBook book;
    private final Payments payments;
    private final Provider provider;
    private final Outcomes outcomes;
    private final Clock clock;

    StartPayment(PaymentBook book, Payments payments, Provider provider, Outcomes outcomes, Clock clock) {
        this.book = book;
        this.payments = payments;
        this.provider = provider;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /// What became of an order.
    public sealed interface Start {
        record Begun(Payment payment) implements Start {}

        /// The form had been sent before, and this is the payment that it brought.
        record Repeated(Payment payment) implements Start {}

        /// The form had been sent before with another order; the new one was not taken.
        record OtherOrder(Payment payment) implements Start {}
    }

    public PaymentId newId() {
        return PaymentId.at(clock.instant());
    }

    /// @param formKey   the one-time key of the form: one form brings one payment, however often it is sent
    /// @param readingId the reading that was sent along, stored before
    public Start start(Order order, UUID formKey, SubscriberId payer, @Nullable String readingId) {
        var intent = book.intend(order, formKey, payer, readingId, provider.name());
        if (intent.isEmpty()) {
            var earlier = payments.ofForm(order.account(), formKey);
            return earlier.orders(order) ? new Start.Repeated(earlier) : new Start.OtherOrder(earlier);
        }
        var payment = intent.get();
        outcomes.record(order, provider.create(order, payment.atProvider().key()));
        return new Start.Begun(payments.again(payment));
    }
}
