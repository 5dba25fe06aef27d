package golubika.charges;

import golubika.accounts.AccountId;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the billing has sent about an account, month by month.
@Component
public class Statements {

    private final Trips trips;

    Statements(Trips trips) {
        this.trips = trips;
    }

    /// Charges of the months from `first` to `last`, newest month first, in the billing's order of lines.
    public List<Charge> charges(AccountId account, BillingMonth first, BillingMonth last) {
        return trips.ask(askCharges(account, first, last));
    }

    /// As [#charges], to be asked together with others.
    public static Ask<List<Charge>> askCharges(AccountId account, BillingMonth first, BillingMonth last) {
        return Ask.rows("""
                select month, line_id, service, method, avg_month, meter_id, prev, curr, volume, coef, price,
                       accrued, recalc, benefit, penalty, cause, recalc_for
                from charge
                where account_id = ? and month between ? and ?
                order by month desc, line_id
                """, Statements::charge, account.value(), first.firstDay(), last.firstDay());
    }

    /// The gas charged in the months from `first` to `last`, newest first; months without gas by volume are left out.
    public static Ask<List<MonthUse>> askUse(AccountId account, BillingMonth first, BillingMonth last) {
        return Ask.rows("""
                select month, bool_and(method = 'METER') as metered, sum(volume) as volume,
                       case when min(meter_id) = max(meter_id) then max(curr) end as reading
                from charge
                where account_id = ? and month between ? and ?
                  and method <> 'FIXED' and volume is not null
                group by month
                order by month desc
                """, Statements::use, account.value(), first.firstDay(), last.firstDay());
    }

    /// Balances of the months from `first` to `last`, newest first: the whole account and, where the billing splits
    /// it, each service.
    public static Ask<List<Balance>> askBalances(AccountId account, BillingMonth first, BillingMonth last) {
        return Ask.rows("""
                select month, service, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date
                from balance
                where account_id = ? and month between ? and ?
                order by month desc, service
                """, Statements::balance, account.value(), first.firstDay(), last.firstDay());
    }

    /// Money that came in from the beginning of that day in UTC on, newest first.
    public List<Posting> postings(AccountId account, LocalDate since) {
        return trips.ask(askPostings(account, since));
    }

    /// As [#postings], to be asked together with others.
    public static Ask<List<Posting>> askPostings(AccountId account, LocalDate since) {
        return Ask.rows(
                """
                select e.entry_id, e.paid_at, e.amount, e.channel, e.provider, k.known_as_of
                from ledger_entry e
                left join ledger_known k
                  on k.account_id = ? and k.account_id = e.account_id and k.entry_id = e.entry_id
                where e.account_id = ? and e.paid_at >= ?
                order by e.paid_at desc, e.entry_id
                """,
                Statements::posting,
                account.value(),
                account.value(),
                since.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getString("entry_id"),
                row.getObject("paid_at", OffsetDateTime.class).toInstant(),
                Money.ofKopecks(row.getLong("amount")),
                row.getString("channel"),
                row.getString("provider"),
                row.getObject("known_as_of", LocalDate.class));
    }

    private static MonthUse use(ResultSet row) throws SQLException {
        return new MonthUse(
                BillingMonth.of(row.getObject("month", LocalDate.class)),
                row.getBoolean("metered"),
                row.getBigDecimal("volume"),
                row.getObject("reading", Long.class));
    }

    private static Charge charge(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
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
                Money.ofKopecks(row.getLong("penalty")),
                cause == null ? null : Charge.Cause.valueOf(cause),
                row.getString("recalc_for"));
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
