package golubika.charges;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// What accounts owe at this moment.
@Component
public class Debts {

    private final Trips trips;

    Debts(Trips trips) {
        this.trips = trips;
    }

    public Debt of(Link link) {
        return trips.ask(ask(link));
    }

    /// As the registers state it: without the supplier's own due day.
    public Debt of(AccountId account) {
        return trips.ask(ask(account));
    }

    /// As [#of(Link)], to be asked together with others.
    public static Ask<Debt> ask(Link link) {
        return ask(link.account()).map(debt -> debt.dueBy(link.supplier()));
    }

    /// A payment is known to a statement when a register of the statement's day or earlier has named it,
    /// never by its own date or sum (`domain` 3.5).
    private static Ask<Debt> ask(AccountId account) {
        var id = account.value();
        return Ask.rows("""
                select b.month, b.as_of, b.due_date, coalesce(b.saldo_out, 0) as billed,
                       coalesce((
                           select sum(e.amount)
                           from ledger_entry e
                           left join ledger_known k
                             on k.account_id = ? and k.account_id = e.account_id and k.entry_id = e.entry_id
                           where e.account_id = ?
                             and (k.known_as_of is null or k.known_as_of > b.as_of or b.as_of is null)), 0) as unknown_paid
                from (values (true)) as one (row)
                left join lateral (
                    select month, as_of, due_date, saldo_out
                    from balance
                    where account_id = ? and service = ''
                    order by month desc
                    limit 1) b on true
                """, Debts::debt, id, id, id).map(List::getFirst);
    }

    private static Debt debt(ResultSet row) throws SQLException {
        var month = row.getObject("month", LocalDate.class);
        var billed = Money.ofKopecks(row.getLong("billed"));
        var unknownPaid = Money.ofKopecks(row.getLong("unknown_paid"));
        return new Debt(
                billed.minus(unknownPaid),
                month == null ? null : BillingMonth.of(month),
                row.getObject("as_of", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                billed,
                unknownPaid);
    }
}
