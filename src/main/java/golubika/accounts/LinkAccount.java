package golubika.accounts;

import golubika.subscribers.SubscriberId;
import golubika.suppliers.Supplier;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Connects an account to a subscriber by its number alone, which gives BASIC unless the supplier has decided
/// otherwise.
@Component
public class LinkAccount {

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkAccount(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What became of it.
    public sealed interface Outcome {
        record Connected(AccountId account) implements Outcome {}

        record AlreadyConnected(AccountId account) implements Outcome {}

        record Unknown() implements Outcome {}

        record Closed() implements Outcome {}
    }

    /// @param number in canonical form
    @Transactional
    public Outcome link(SubscriberId subscriber, Supplier supplier, String number) {
        var account = AccountId.of(supplier.code(), number);
        var status = jdbc.sql("""
                select status from account
                where account_id = :account and supplier = :supplier and account_no = :number
                """)
                .param("account", account.value())
                .param("supplier", supplier.code().value())
                .param("number", number)
                .query(String.class)
                .optional();
        if (status.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (status.get().equals("CLOSED")) {
            return new Outcome.Closed();
        }
        return write(subscriber, supplier, number, account)
                ? new Outcome.Connected(account)
                : new Outcome.AlreadyConnected(account);
    }

    // The link stands in both groups of tables: by subscriber for their list, by account for its holders.
    private boolean write(SubscriberId subscriber, Supplier supplier, String number, AccountId account) {
        var level = supplier.switches().fullByDefault() ? AccessLevel.FULL : AccessLevel.BASIC;
        var now = Timestamp.from(clock.instant());
        var added = jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
                values (:subscriber, :account, :supplier, :number, :level, :now)
                on conflict (subscriber_id, account_id) do nothing
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .param("supplier", supplier.code().value())
                .param("number", number)
                .param("level", level.name())
                .param("now", now)
                .update();
        if (added == 0) {
            return false;
        }
        jdbc.sql("""
                insert into account_subscriber (account_id, subscriber_id, level, linked_at)
                values (:account, :subscriber, :level, :now)
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("level", level.name())
                .param("now", now)
                .update();
        return true;
    }
}
