package golubika.accounts;

import golubika.audit.Caller;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Connects an account to a subscriber by its number alone, which gives BASIC unless the supplier has decided
/// otherwise.
@Component
public class LinkAccount {

    /// How [Holders.Holder#openedBy] names the supplier's decision.
    static final String BY_SUPPLIER = "supplier";

    private final JdbcClient jdbc;
    private final LinkRows rows;
    private final OpenFull openFull;

    LinkAccount(JdbcClient jdbc, LinkRows rows, OpenFull openFull) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.openFull = openFull;
    }

    /// What became of it.
    public sealed interface Outcome {
        record Connected(AccountId account) implements Outcome {}

        record AlreadyConnected(AccountId account) implements Outcome {}

        record Unknown() implements Outcome {}

        record Closed() implements Outcome {}
    }

    /// Connects on nobody's request.
    @Transactional
    public Outcome link(SubscriberId subscriber, Supplier supplier, String number) {
        return link(subscriber, supplier, number, Caller.PORTAL);
    }

    /// @param number in canonical form
    @Transactional
    public Outcome link(SubscriberId subscriber, Supplier supplier, String number, Caller caller) {
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
        if (!rows.add(subscriber, new LinkRows.Numbered(account, supplier.code(), number))) {
            return new Outcome.AlreadyConnected(account);
        }
        if (supplier.switches().fullByDefault()) {
            var link = new Link(account, supplier, number, AccessLevel.BASIC, null);
            openFull.open(subscriber, link, BY_SUPPLIER, caller);
        }
        return new Outcome.Connected(account);
    }
}
