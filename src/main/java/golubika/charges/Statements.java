package golubika.charges;

import golubika.accounts.AccountId;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the billing has sent about an account, month by month.
@Component
public class Statements {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Charges of the months from `first` to `last`, newest month first, in the billing's order of lines.
    public List<Charge> charges(AccountId account, BillingMonth first, BillingMonth last) {
        return jdbc.sql("""
                select month, line_id, service, method, avg_month, meter_id, prev, curr, volume, coef, price,
                       accrued, recalc, benefit, penalty
                from charge
                where account_id = :account and month between :first and :last
                order by month desc, line_id
                """)
                .param("account", account.value())
                .param("first", first.firstDay())
                .param("last", last.firstDay())
                .query((row, n) -> charge(row))
                .list();
    }

    /// The gas charged in the months from `first` to `last`, newest first; months without gas by volume are left out.
    public List<MonthUse> use(AccountId account, BillingMonth first, BillingMonth last) {
        return jdbc.sql("""
                select month, sum(volume) as volume,
                       case when min(meter_id) = max(meter_id) then max(curr) end as reading
                from charge
                where account_id = :account and month between :first and :last
                  and method <> 'FIXED' and volume is not null
                group by month
                order by month desc
                """)
                .param("account", account.value())
                .param("first", first.firstDay())
                .param("last", last.firstDay())
                .query((row, n) -> new MonthUse(
                        BillingMonth.of(row.getObject("month", LocalDate.class)),
                        row.getBigDecimal("volume"),
                        row.getObject("reading", Long.class)))
                .list();
    }

    /// Balances of the months from `first` to `last`, newest first: the whole account and, where the billing splits
    /// it, each service.
    public List<Balance> balances(AccountId account, BillingMonth first, BillingMonth last) {
        return jdbc.sql("""
                select month, service, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date
                from balance
                where account_id = :account and month between :first and :last
                order by month desc, service
                """)
                .param("account", account.value())
                .param("first", first.firstDay())
                .param("last", last.firstDay())
                .query((row, n) -> balance(row))
                .list();
    }

    /// Money that came in from the beginning of that day in UTC on, newest first.
    public List<Posting> postings(AccountId account, LocalDate since) {
        return jdbc.sql("""
                select e.entry_id, e.paid_at, e.amount, e.channel, e.provider, k.known_as_of
                from ledger_entry e
                left join ledger_known k
                  on k.account_id = :account and k.account_id = e.account_id and k.entry_id = e.entry_id
                where e.account_id = :account and e.paid_at >= :since
                order by e.paid_at desc, e.entry_id
                """)
                .param("account", account.value())
                .param("since", since.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Posting(
                        row.getString("entry_id"),
                        row.getTimestamp("paid_at").toInstant(),
                        Money.ofKopecks(row.getLong("amount")),
                        row.getString("channel"),
                        row.getString("provider"),
                        row.getObject("known_as_of", LocalDate.class)))
                .list();
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                BillingMonth.of(row.getObject("month", LocalDate.class)),
                row.getString("line_id"),
                row.getString("service"),
                Charge.Method.valueOf(row.getString("method")),
                row.getObject("avg_month", Integer.class),
                row.getString("meter_id"),
                row.getObject("prev", Long.class),
                row.getObject("curr", Long.class),
                row.getObject("volume", BigDecimal.class),
                row.getObject("coef", BigDecimal.class),
                row.getObject("price", BigDecimal.class),
                Money.ofKopecks(row.getLong("accrued")),
                Money.ofKopecks(row.getLong("recalc")),
                Money.ofKopecks(row.getLong("benefit")),
                Money.ofKopecks(row.getLong("penalty")));
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                BillingMonth.of(row.getObject("month", LocalDate.class)),
                row.getString("service"),
                row.getObject("as_of", LocalDate.class),
                Money.ofKopecks(row.getLong("saldo_in")),
                Money.ofKopecks(row.getLong("accrued")),
                Money.ofKopecks(row.getLong("paid")),
                Money.ofKopecks(row.getLong("recalc")),
                Money.ofKopecks(row.getLong("penalty")),
                Money.ofKopecks(row.getLong("saldo_out")),
                row.getObject("due_date", LocalDate.class));
    }
}
