package golubika.charges;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What accounts owe at this moment.
@Component
public class Debts {

    private final JdbcClient jdbc;

    Debts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Debt of(Link link) {
        return of(link.account()).dueBy(link.supplier());
    }

    /// The debts of several accounts; each asked for is in the answer.
    public Map<AccountId, Debt> ofAll(Collection<Link> links) {
        var debts = of(links.stream().map(Link::account).toList());
        return links.stream()
                .collect(Collectors.toMap(
                        Link::account,
                        link -> Objects.requireNonNull(debts.get(link.account()))
                                .dueBy(link.supplier())));
    }

    /// As the registers state it: without the supplier's own due day.
    public Debt of(AccountId account) {
        return Objects.requireNonNull(of(List.of(account)).get(account));
    }

    /// A payment is known to a statement when a register of the statement's day or earlier has named it,
    /// never by its own date or sum (`domain` 3.5).
    Map<AccountId, Debt> of(Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(Long[]::new);
        var debts = new TreeMap<AccountId, Debt>();
        accounts.forEach(account -> debts.put(account, new Debt(Money.ZERO, null, null, null, Money.ZERO, Money.ZERO)));
        jdbc.sql("""
                select a.account_id, b.month, b.as_of, b.due_date, coalesce(b.saldo_out, 0) as billed,
                       coalesce((
                           select sum(e.amount)
                           from ledger_entry e
                           left join ledger_known k on k.account_id = e.account_id and k.entry_id = e.entry_id
                           where e.account_id = any (:accounts) and e.account_id = a.account_id
                             and (k.known_as_of is null or k.known_as_of > b.as_of or b.as_of is null)), 0) as unknown_paid
                from account a
                left join lateral (
                    select month, as_of, due_date, saldo_out
                    from balance
                    where account_id = any (:accounts) and account_id = a.account_id and service = ''
                    order by month desc
                    limit 1) b on true
                where a.account_id = any (:accounts)
                """)
                .param("accounts", ids)
                .query((row, n) -> {
                    var month = row.getObject("month", LocalDate.class);
                    var billed = Money.ofKopecks(row.getLong("billed"));
                    var unknownPaid = Money.ofKopecks(row.getLong("unknown_paid"));
                    return debts.put(
                            new AccountId(row.getLong("account_id")),
                            new Debt(
                                    billed.minus(unknownPaid),
                                    month == null ? null : BillingMonth.of(month),
                                    row.getObject("as_of", LocalDate.class),
                                    row.getObject("due_date", LocalDate.class),
                                    billed,
                                    unknownPaid));
                })
                .list();
        return debts;
    }
}
