package golubika.accounts;

import golubika.accounts.PinApplication.Written;
import golubika.suppliers.SupplierCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The PIN applications that one supplier's staff see. Each look passes through all accounts of the supplier, so it
/// is paged, and no page of a household waits for it.
@Component
public class PinQueue {

    private static final String ENTRIES = """
            select asked.account_id, account_no, holder, account.address, full_name, asked.address as written_address,
                   serial, comment, application_id, asked.number, state, sent_at, due_on, closed_at, closed_by, reason,
                   said, sent_to, pin_until
            from pin_application as asked join account on account.account_id = asked.account_id
            where asked.supplier = :supplier
            """;

    // What an account that is closed meanwhile waits for, a job ends.
    private static final String WAITING = " and asked.state = 'SENT' and account.status = 'ACTIVE' ";

    private final JdbcClient jdbc;

    PinQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An application beside what the supplier's own data say.
    ///
    /// @param number  of the account, canonical
    /// @param written null once it is forgotten
    /// @param holder  of the account, null where the supplier does not say
    /// @param address of the account, null where the supplier does not say
    /// @param closedBy login of who has answered; null where nobody had to
    public record Entry(
            AccountId account,
            String number,
            PinApplication application,
            @Nullable Written written,
            @Nullable String holder,
            @Nullable String address,
            @Nullable String closedBy) {}

    /// What waits, and since when.
    ///
    /// @param overdue  of those that wait, the ones whose day of answer is over
    /// @param average  from sending to answer, of those answered lately; null while there is none
    public record Figures(
            int waiting, int overdue, @Nullable Duration average) {}

    private record Waiting(int waiting, int overdue) {}

    /// The oldest first.
    ///
    /// @param dueBefore only those whose day of answer is earlier; null for all
    public List<Entry> waiting(SupplierCode supplier, @Nullable LocalDate dueBefore, int skipped, int most) {
        return jdbc.sql(ENTRIES + WAITING + """
                and asked.due_on < :due
                order by asked.sent_at, asked.application_id
                offset :skipped limit :most
                """)
                .param("supplier", supplier.value())
                .param("due", dueBefore == null ? LocalDate.of(9999, 1, 1) : dueBefore)
                .param("skipped", skipped)
                .param("most", most)
                .query(PinQueue::entry)
                .list();
    }

    /// Those closed since a moment, the latest first.
    public List<Entry> closed(SupplierCode supplier, Instant since, int skipped, int most) {
        return jdbc.sql(ENTRIES + """
                and asked.state <> 'SENT' and asked.closed_at >= :since
                order by asked.closed_at desc, asked.application_id
                offset :skipped limit :most
                """)
                .param("supplier", supplier.value())
                .param("since", Timestamp.from(since))
                .param("skipped", skipped)
                .param("most", most)
                .query(PinQueue::entry)
                .list();
    }

    /// Only where it is this supplier's.
    public Optional<Entry> find(SupplierCode supplier, AccountId account, UUID application) {
        return jdbc.sql(ENTRIES + "and asked.account_id = :account and asked.application_id = :id")
                .param("supplier", supplier.value())
                .param("account", account.value())
                .param("id", application)
                .query(PinQueue::entry)
                .optional();
    }

    /// @param today the supplier's day
    /// @param since of which answers the average is taken
    public Figures figures(SupplierCode supplier, LocalDate today, Instant since) {
        var waiting = jdbc.sql("""
                select count(*) as waiting, count(*) filter (where asked.due_on < :today) as overdue
                from pin_application as asked join account on account.account_id = asked.account_id
                where asked.supplier = :supplier
                """ + WAITING)
                .param("supplier", supplier.value())
                .param("today", today)
                .query(Waiting.class)
                .single();
        return jdbc.sql("""
                select extract(epoch from avg(closed_at - sent_at)) as average
                from pin_application
                where supplier = :supplier and closed_by is not null and closed_at >= :since
                """)
                .param("supplier", supplier.value())
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Figures(
                        waiting.waiting,
                        waiting.overdue,
                        row.getBigDecimal("average") == null
                                ? null
                                : Duration.ofSeconds(
                                        row.getBigDecimal("average").longValue())))
                .single();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                new AccountId(row.getLong("account_id")),
                row.getString("account_no"),
                PinApplication.of(row),
                row.getString("full_name") == null
                        ? null
                        : new Written(
                                row.getString("full_name"),
                                Objects.requireNonNullElse(row.getString("written_address"), ""),
                                Objects.requireNonNullElse(row.getString("serial"), ""),
                                Objects.requireNonNullElse(row.getString("comment"), "")),
                row.getString("holder"),
                row.getString("address"),
                row.getString("closed_by"));
    }
}
