package golubika.charges;

import golubika.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The append-only book of money that came in. The same receipt may be posted again; it counts once.
@Component
public class Ledger {

    private static final String ENTRIES = """
            select e.entry_id, e.paid_at, e.amount, e.channel, k.known_as_of
            from ledger_entry e
            left join ledger_known k on k.account_id = e.account_id and k.entry_id = e.entry_id
            where e.account_id = :account
            """;

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

    /// The latest entries of an account, newest first.
    public List<LedgerEntry> latest(AccountId account, int most) {
        return jdbc.sql(ENTRIES + " order by e.paid_at desc, e.entry_id limit :most")
                .param("account", account.value())
                .param("most", most)
                .query(LedgerEntry::read)
                .list();
    }

    public Optional<LedgerEntry> find(AccountId account, String entryId) {
        return jdbc.sql(ENTRIES + " and e.entry_id = :entry")
                .param("account", account.value())
                .param("entry", entryId)
                .query(LedgerEntry::read)
                .optional();
    }
}
