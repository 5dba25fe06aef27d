package golubika.payments;

import golubika.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks about the payments whose time has come (`CheckSchedule`), whoever left them and why.
@Component
class PaymentChecks {

    private static final Logger log = LoggerFactory.getLogger(PaymentChecks.class);
    private static final int AT_ONCE = 8;
    private static final int A_ROUND = 200;

    private final JdbcClient jdbc;
    private final AskProvider asking;
    private final Clock clock;

    PaymentChecks(JdbcClient jdbc, AskProvider asking, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.clock = clock;
    }

    void sweep() {
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

    // Runs over all accounts, without locks; each payment is claimed by its key before it is asked about.
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
                asking.ifDue(account, payment);
            } catch (RuntimeException e) {
                log.error("payment {} cannot be asked about", payment, e);
            }
            return null;
        };
    }
}
