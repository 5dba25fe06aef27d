package golubika.payments;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Sets a payment going in three beats: the intent is stored, the provider is told, its answer is stored. A crash
/// between them leaves a payment that `AskProvider` brings to its end.
@Component
public class StartPayment {

    private final PaymentBook book;
    private final Payments payments;
    private final Providers providers;
    private final Outcomes outcomes;
    private final Clock clock;

    StartPayment(PaymentBook book, Payments payments, Providers providers, Outcomes outcomes, Clock clock) {
        this.book = book;
        this.payments = payments;
        this.providers = providers;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    public PaymentId newId() {
        return PaymentId.at(clock.instant());
    }

    /// Throws when nobody takes the supplier's money.
    public Start start(Order order, Intent intent) {
        var provider = providers.of(order.supplier()).orElseThrow();
        var start = book.intend(order, intent, provider.name());
        if (!(start instanceof Start.Begun(var payment))) {
            return start;
        }
        outcomes.record(order, provider.create(order, payment.atProvider().key()));
        return new Start.Begun(payments.again(payment));
    }
}
