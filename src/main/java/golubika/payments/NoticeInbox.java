package golubika.payments;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What providers, and those who pretend to be one, have told us of our payments.
@Component
class NoticeInbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeInbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Stores a notice, once however often it comes, and makes the payment due unless its money is in.
    @Transactional
    public void put(Payment payment, Notice notice) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into provider_event (account_id, provider, reference, event, payment_id, received_at)
                values (:account, :provider, :reference, :event, :payment, :now)
                on conflict (account_id, provider, reference, event) do nothing
                """)
                .param("account", payment.account().value())
                .param("provider", payment.atProvider().provider())
                .param("reference", notice.reference())
                .param("event", notice.event())
                .param("payment", payment.id().value())
                .param("now", now)
                .update();
        jdbc.sql("""
                update payment set next_check_at = :now
                where account_id = :account and payment_id = :payment and state <> 'SUCCEEDED'
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("now", now)
                .update();
    }

    /// The ids by which notices have named the payment; a stranger may have made some of them up.
    List<String> referencesOf(Payment payment) {
        return jdbc.sql("""
                select reference from provider_event
                where account_id = :account and payment_id = :payment and provider = :provider
                group by reference
                order by max(received_at) desc, reference
                limit 5
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("provider", payment.atProvider().provider())
                .query(String.class)
                .list();
    }
}
