package golubika.payments;

import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.SubscriberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Payments stay with the account when the cabinet of who made them is deleted: the ledger, the supplier and the fiscal
/// law need them. Who it was is forgotten; the address of the receipt too, once the payment needs it no more.
@Component
class ForgetPayers implements CabinetRemoval {

    private final JdbcClient jdbc;

    ForgetPayers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(SubscriberId subscriber) {
        jdbc.sql("update payment set subscriber_id = :gone where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .param("gone", SubscriberId.GONE.value())
                .update();
        forgetReceiptAddresses();
    }

    /// Forgets the addresses of payments that have come to their end; returns how many.
    int forgetReceiptAddresses() {
        return jdbc.sql("""
                update payment set receipt_email = ''
                where subscriber_id = :gone and receipt_email <> ''
                  and state in ('SUCCEEDED', 'FAILED', 'MISMATCHED') and next_check_at is null
                """).param("gone", SubscriberId.GONE.value()).update();
    }
}
