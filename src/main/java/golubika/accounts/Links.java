package golubika.accounts;

import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which subscriber is connected to which account.
@Component
public class Links {

    private final JdbcClient jdbc;
    private final Suppliers suppliers;

    Links(JdbcClient jdbc, Suppliers suppliers) {
        this.jdbc = jdbc;
        this.suppliers = suppliers;
    }

    /// A subscriber's accounts in the order in which they were connected.
    public List<Link> of(SubscriberId subscriber) {
        return jdbc.sql("""
                select account_id, supplier, account_no, level, own_name
                from account_link
                where subscriber_id = :subscriber
                order by linked_at, account_id
                """)
                .param("subscriber", subscriber.value())
                .query(this::link)
                .list();
    }

    public Optional<Link> find(SubscriberId subscriber, AccountId account) {
        return jdbc.sql("""
                select account_id, supplier, account_no, level, own_name
                from account_link
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .query(this::link)
                .optional();
    }

    private Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                new AccountId(row.getLong("account_id")),
                suppliers.get(new SupplierCode(row.getString("supplier"))),
                row.getString("account_no"),
                AccessLevel.valueOf(row.getString("level")),
                row.getString("own_name"));
    }
}
