package golubika.payments;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What providers, and those who pretend to be one, have told us of our payments.
@Component
class NoticeInbox {

    /// Notices that are kept of one payment. An honest provider sends two or three.
    private static final int MOST = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeInbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Stores a notice, once however often it comes, and makes the payment due after `patience`, unless its money
    /// is in. False when there are as many notices of the payment as may be, and this one does not name it by the
    /// reference that we know: then nothing is done.
    @Transactional
    public boolean put(Payment payment, Notice notice, Duration patience) {
        lock(payment);
        var hasRoom = count(payment, notice) < MOST;
        if (!hasRoom && !notice.reference().equals(payment.atProvider().reference())) {
            return false;
        }
        if (hasRoom) {
            insert(payment, notice);
        }
        makeDue(payment, clock.instant().plus(patience));
        return true;
    }

    // The lock comes first: of notices that come at once, the later must count the earlier.
    private void lock(Payment payment) {
        jdbc.sql("""
                select payment_id from payment where account_id = :account and payment_id = :payment
                for no key update
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .query(UUID.class)
                .single();
    }

    // Besides the notice itself, so that a repeat of a stored one always has room.
    private int count(Payment payment, Notice notice) {
        return jdbc.sql("""
                select count(*) from provider_event
                where account_id = :account and payment_id = :payment and (reference, event) <> (:reference, :event)
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("reference", notice.reference())
                .param("event", notice.event())
                .query(Integer.class)
                .single();
    }

    private void insert(Payment payment, Notice notice) {
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
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void makeDue(Payment payment, Instant moment) {
        jdbc.sql("""
                update payment set next_check_at = least(next_check_at, :moment)
                where account_id = :account and payment_id = :payment and state <> 'SUCCEEDED'
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("moment", Timestamp.from(moment))
                .update();
    }

    /// The ids by which notices have named the payment; a stranger may have made some of them up.
    List<String> referencesOf(Payment payment) {
        return jdbc.sql("""
                select reference from provider_event
                where account_id = :account and payment_id = :payment and provider = :provider
                group by reference
                order by max(received_at) desc, reference
                limit :most
                """)
                .param("most", MOST)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("provider", payment.atProvider().provider())
                .query(String.class)
                .list();
    }
}
