package golubika.payments;

import golubika.charges.Ledger;
import golubika.charges.Receipt;
import golubika.notifications.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The third beat of every call: what the provider has answered becomes the payment's state, and money goes into the
/// ledger with it. Doing it twice, or in another order, comes to the same.
@Component
class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    private static final String ROUBLE = "RUB";

    private final PaymentBook book;
    private final Ledger ledger;
    private final Outbox outbox;
    private final PaymentLetter letter;
    private final Clock clock;

    Outcomes(PaymentBook book, Ledger ledger, Outbox outbox, PaymentLetter letter, Clock clock) {
        this.book = book;
        this.ledger = ledger;
        this.outbox = outbox;
        this.letter = letter;
        this.clock = clock;
    }

    @Transactional
    public void record(Order order, Answer answer) {
        var payment = book.lock(order);
        switch (answer) {
            case Answer.Told told -> told(payment, told);
            case Answer.Refused(var reason) -> refused(payment, reason);
            case Answer.Unclear(var why, var again) -> unclear(payment, why, again);
        }
    }

    private void told(Payment payment, Answer.Told told) {
        var known = payment.atProvider().reference();
        if (known == null) {
            book.bind(payment, told.reference());
        } else if (!known.equals(told.reference()) && told.status() == Answer.Status.SUCCEEDED) {
            log.error("payment {} is paid as {} and as {}", payment.id(), known, told.reference());
        }
        var next = stateFor(payment, told);
        if (!payment.state().mayBecome(next)) {
            askLater(payment, payment.state(), mayBePaid(payment, told));
            return;
        }
        book.move(payment, next, told.page(), told.reason());
        askLater(payment, next, mayBePaid(payment, told));
        if (next == PaymentState.SUCCEEDED) {
            post(payment, told);
        }
    }

    private static PaymentState stateFor(Payment payment, Answer.Told told) {
        if (told.status() == Answer.Status.CANCELED || told.status() == Answer.Status.DECLINED) {
            return PaymentState.FAILED;
        }
        var same = payment.id().toString().equals(told.order())
                && payment.amount().equals(told.amount())
                && ROUBLE.equals(told.currency());
        if (!same) {
            log.error(
                    "payment {} of {} is {} of {} {} at the provider",
                    payment.id(),
                    payment.amount(),
                    told.order(),
                    told.amount(),
                    told.currency());
            return PaymentState.MISMATCHED;
        }
        return switch (told.status()) {
            case SUCCEEDED -> PaymentState.SUCCEEDED;
            case PENDING -> PaymentState.REDIRECTED;
            case GIVEN_BACK -> givenBack(payment);
            case DECLINED, CANCELED -> PaymentState.FAILED;
        };
    }

    // Money that came and went before we knew of it: neither paid nor unpaid, so nobody but a person can say.
    private static PaymentState givenBack(Payment payment) {
        if (payment.state() != PaymentState.SUCCEEDED) {
            log.error("payment {} was paid and given back before it was posted", payment.id());
        }
        return PaymentState.MISMATCHED;
    }

    // After a failed try the page of some banks takes another, as long as the order lives.
    private boolean mayBePaid(Payment payment, Answer.Told told) {
        var open = told.status() == Answer.Status.DECLINED || told.status() == Answer.Status.PENDING;
        return open && age(payment).compareTo(CheckSchedule.AFTER_DECLINE) < 0;
    }

    private void post(Payment payment, Answer.Told told) {
        var paidAt = Optional.ofNullable(told.paidAt()).orElseGet(clock::instant);
        ledger.post(
                payment.account(),
                new Receipt(
                        payment.id().toString(),
                        paidAt,
                        payment.amount(),
                        Receipt.PORTAL,
                        payment.atProvider().provider(),
                        told.reference()));
        if (!payment.order().receiptEmail().isEmpty()) { // its payer's cabinet may be gone meanwhile
            outbox.put(letter.accepted(payment.order(), paidAt));
        }
    }

    private void refused(Payment payment, String reason) {
        if (payment.state().awaitsCreation()) {
            log.error("payment {} is refused: {}", payment.id(), reason);
            book.move(payment, PaymentState.FAILED, null, reason);
            askLater(payment, PaymentState.FAILED, false);
        } else {
            askLater(payment, payment.state(), false);
        }
    }

    private void unclear(Payment payment, String why, Duration again) {
        log.warn("payment {}: no answer of the provider: {}", payment.id(), why);
        var state = payment.state();
        if (state == PaymentState.INTENDED) {
            book.move(payment, PaymentState.UNKNOWN, null, null);
        }
        var patience = CheckSchedule.mayTellAgain(payment, clock.instant())
                ? again
                : longer(again, CheckSchedule.after(age(payment)));
        book.checkAt(
                payment.account(),
                payment.id(),
                state == PaymentState.SUCCEEDED ? null : clock.instant().plus(patience));
    }

    private void askLater(Payment payment, PaymentState state, boolean mayBePaid) {
        var settled = state == PaymentState.SUCCEEDED || state == PaymentState.FAILED && !mayBePaid;
        var moment = settled ? null : clock.instant().plus(CheckSchedule.after(age(payment)));
        book.checkAt(payment.account(), payment.id(), moment);
    }

    private Duration age(Payment payment) {
        return Duration.between(payment.startedAt(), clock.instant());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
