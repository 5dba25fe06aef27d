package golubika.payments;

import golubika.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds out what has become of payments: on schedule, when somebody looks at one, and when a notice has come. An order
/// that the provider never acknowledged is told again under its key, which takes it once at most.
@Component
public class AskProvider {

    private static final Logger log = LoggerFactory.getLogger(AskProvider.class);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int AT_ONCE = 8;
    private static final int A_ROUND = 200;

    private final JdbcClient jdbc;
    private final PaymentBook book;
    private final Payments payments;
    private final Provider provider;
    private final Outcomes outcomes;
    private final Clock clock;

    AskProvider(
            JdbcClient jdbc, PaymentBook book, Payments payments, Provider provider, Outcomes outcomes, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.payments = payments;
        this.provider = provider;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /// For somebody who looks at the payment: asks, unless that was done a moment ago, and tells how it stands now.
    public Payment whileLooking(Payment payment) {
        if (payment.atProvider().nextCheckAt() == null) {
            return payment;
        }
        ask(payment.account(), payment.id(), clock.instant().minus(QUIET));
        return payments.again(payment);
    }

    /// Asks about all payments whose time has come.
    public void sweep() {
        var due = due();
        if (due.isEmpty()) {
            return;
        }
        try (var hands =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            hands.invokeAll(due);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void ifDue(AccountId account, PaymentId payment) {
        ask(account, payment, null);
    }

    private List<Callable<Void>> due() {
        return jdbc.sql("""
                select account_id, payment_id from payment
                where next_check_at <= :now
                order by next_check_at
                limit :most
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", A_ROUND)
                .query((row, n) -> asking(
                        new AccountId(row.getLong("account_id")),
                        new PaymentId(row.getObject("payment_id", UUID.class))))
                .list();
    }

    private Callable<Void> asking(AccountId account, PaymentId payment) {
        return () -> {
            try {
                ifDue(account, payment);
            } catch (RuntimeException e) {
                log.error("payment {} cannot be asked about", payment, e);
            }
            return null;
        };
    }

    private void ask(AccountId account, PaymentId id, @Nullable Instant quietSince) {
        book.claim(account, id, quietSince).ifPresent(payment -> {
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
        for (var claimed : book.claimedReferences(payment)) {
            var answer = fetch(payment, claimed);
            if (answer instanceof Answer.Told told && payment.id().toString().equals(told.order())
                    || answer instanceof Answer.Unclear && !payment.state().awaitsCreation()) {
                outcomes.record(payment.order(), answer);
                return;
            }
        }
        if (payment.state().awaitsCreation()) {
            outcomes.record(
                    payment.order(),
                    provider.create(payment.order(), payment.atProvider().key()));
        } else {
            book.checkAt(payment.account(), payment.id(), null);
        }
    }

    private Answer fetch(Payment payment, String reference) {
        return provider.fetch(payment.order().supplier(), reference);
    }
}
