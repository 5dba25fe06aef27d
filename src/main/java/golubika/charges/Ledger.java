package golubika.charges;

import golubika.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The append-only book of money that came in. The same receipt may be posted again; it counts once.
@Component
public class Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Posts money in the transaction of the payment that brought it. False when it had been posted before.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(AccountId account, Receipt receipt) {
        return jdbc.sql("""
                insert into ledger_entry
                    (account_id, entry_id, paid_at, amount, channel, provider, provider_id, entered_at)
                values (:account, :entry, :paidAt, :amount, :channel, :provider, :providerId, :now)
                on conflict (account_id, entry_id) do nothing
                """)
                        .param("account", account.value())
                        .param("entry", receipt.entryId())
                        .param("paidAt", Timestamp.from(receipt.paidAt()))
                        .param("amount", receipt.amount().kopecks())
                        .param("channel", receipt.channel())
                        .param("provider", receipt.provider())
                        .param("providerId", receipt.providerId())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
