package golubika.payments;

import java.time.Duration;
import java.time.Instant;

/// When we ask the provider without anybody's doing: the longer ago the person went to the bank's page, the seldomer.
/// Most people pay within minutes; a provider gives an unpaid order up after an hour or a day; after that only a fault
/// on one side or the other is left, and it is asked about daily, never given up. `docs/payments.md` states the same.
final class CheckSchedule {

    /// A call that was cut off by a crash is made up for after this time; so long no answer is waited for.
    static final Duration AFTER_CRASH = Duration.ofMinutes(1);

    /// An order that the provider never acknowledged is told again under its key for so long. Providers forget keys
    /// after 24 hours; nobody has seen a page to pay it on, so no money can have moved.
    static final Duration UNACKNOWLEDGED = Duration.ofHours(23);

    /// A declined order may be paid by another try until the provider gives it up, an hour after it was told; so long,
    /// and a while more, it is asked about.
    static final Duration AFTER_DECLINE = Duration.ofMinutes(90);

    private CheckSchedule() {}

    /// Whether telling the order again is safe: the provider may not know of it, and cannot have forgotten its key.
    static boolean mayTellAgain(Payment payment, Instant now) {
        return payment.state().awaitsCreation()
                && now.isBefore(payment.startedAt().plus(UNACKNOWLEDGED));
    }

    static Duration after(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Duration.ofSeconds(30);
        }
        if (age.compareTo(Duration.ofMinutes(15)) < 0) {
            return Duration.ofMinutes(1);
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return Duration.ofMinutes(5);
        }
        if (age.compareTo(Duration.ofDays(1)) < 0) {
            return Duration.ofMinutes(30);
        }
        return age.compareTo(Duration.ofDays(7)) < 0 ? Duration.ofHours(6) : Duration.ofDays(1);
    }
}
