package golubika.payments;

import golubika.accounts.AccountId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out what has become of a payment: on schedule, when somebody looks at it, and when a notice has come. An order
/// that the provider never acknowledged is told again under its key, which takes it once at most.
@Component
public class AskProvider {

    private static final Duration QUIET = Duration.ofSeconds(3);

    private final PaymentBook book;
    private final NoticeInbox notices;
    private final Payments payments;
    private final Providers providers;
    private final Outcomes outcomes;
    private final Clock clock;

    AskProvider(
            PaymentBook book,
            NoticeInbox notices,
            Payments payments,
            Providers providers,
            Outcomes outcomes,
            Clock clock) {
        this.book = book;
        this.notices = notices;
        this.payments = payments;
        this.providers = providers;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /// For somebody who looks at the payment: asks, unless that was done a moment ago, and tells how it stands now.
    public Payment whileLooking(Payment payment) {
        if (payment.atProvider().nextCheckAt() == null) {
            return payment;
        }
        ask(payment.account(), payment.id(), QUIET);
        return payments.again(payment);
    }

    void ifDue(AccountId account, PaymentId payment) {
        ask(account, payment, null);
    }

    private void ask(AccountId account, PaymentId id, @Nullable Duration quiet) {
        book.claim(account, id, quiet).ifPresent(payment -> {
            var reference = payment.atProvider().reference();
            if (reference != null) {
                outcomes.record(payment.order(), fetch(payment, reference));
            } else {
                askWithoutReference(payment);
            }
        });
    }

    // A notice may come before the answer to our call is stored. Whose its reference is, only the provider can say.
    private void askWithoutReference(Payment payment) {
        var mayTellAgain = CheckSchedule.mayTellAgain(payment, clock.instant());
        for (var claimed : notices.referencesOf(payment)) {
            var answer = fetch(payment, claimed);
            if (answer instanceof Answer.Told told && payment.id().toString().equals(told.order())
                    || answer instanceof Answer.Unclear && !mayTellAgain) {
                outcomes.record(payment.order(), answer);
                return;
            }
        }
        if (mayTellAgain) {
            outcomes.record(
                    payment.order(),
                    providers
                            .of(payment)
                            .createAgain(payment.order(), payment.atProvider().key()));
        } else if (payment.state().awaitsCreation()) {
            outcomes.record(payment.order(), new Answer.Refused("no_answer"));
        } else {
            book.checkAt(payment.account(), payment.id(), null);
        }
    }

    private Answer fetch(Payment payment, String reference) {
        return providers.of(payment).fetch(payment.order().supplier(), reference);
    }
}
