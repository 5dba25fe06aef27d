package golubika.accounts;

import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /// A subscriber's accounts in the order that they have chosen; new ones come last.
    public List<Link> of(SubscriberId subscriber) {
        return jdbc.sql("""
                select account_id, supplier, account_no, level, own_name, invited, may_send, may_pay
                from account_link
                where subscriber_id = :subscriber
                order by place, linked_at, account_id
                """).param("subscriber", subscriber.value()).query(Links::row).list().stream()
                .map(this::link)
                .toList();
    }

    public Optional<Link> find(SubscriberId subscriber, AccountId account) {
        return jdbc.sql("""
                select account_id, supplier, account_no, level, own_name, invited, may_send, may_pay
                from account_link
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .query(Links::row)
                .optional()
                .map(this::link);
    }

    private record Row(
            long account,
            String supplier,
            String number,
            AccessLevel level,
            @Nullable String ownName,
            Rights rights) {}

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("account_id"),
                row.getString("supplier"),
                row.getString("account_no"),
                AccessLevel.valueOf(row.getString("level")),
                row.getString("own_name"),
                new Rights(row.getBoolean("invited"), row.getBoolean("may_send"), row.getBoolean("may_pay")));
    }

    // After the query has given its connection back: the directory may need one of its own.
    private Link link(Row row) {
        var supplier = suppliers.get(new SupplierCode(row.supplier()));
        return new Link(new AccountId(row.account()), supplier, row.number(), row.level(), row.ownName(), row.rights());
    }
}
