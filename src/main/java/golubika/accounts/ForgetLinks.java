package golubika.accounts;

import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.SubscriberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Disconnects the accounts of a cabinet that is deleted. The accounts stay at their suppliers.
@Component
class ForgetLinks implements CabinetRemoval {

    private final JdbcClient jdbc;

    ForgetLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // The list by subscriber goes last: it tells which accounts there are.
    @Override
    public void remove(SubscriberId subscriber) {
        var accounts = jdbc.sql("select account_id from account_link where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(Long.class)
                .list();
        for (var account : accounts) {
            jdbc.sql("""
                    delete from account_subscriber where account_id = :account and subscriber_id = :subscriber
                    """)
                    .param("account", account)
                    .param("subscriber", subscriber.value())
                    .update();
        }
        jdbc.sql("delete from account_link where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }
}
