package golubika.bills.production;

import golubika.accounts.AccountId;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Orders to issue the bills of a supplier for a month, with their progress, and the pages that they have made for the
/// printer.
@Component
public class BillRuns {

    /// So long pages for the printer are kept. They can be made again: a bill is put together anew at any time.
    static final Duration PAGES_KEPT = Duration.ofDays(40);

    private static final String RUN = """
            select supplier, month, last_account, accounts, done, written_to, failed, finished_at
            from bill_run
            """;

    private final JdbcClient jdbc;
    private final PrintSeal seal;
    private final Clock clock;

    BillRuns(JdbcClient jdbc, PrintSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /// Orders a month. One that is ordered goes on; one that is finished looks through the accounts again, for those
    /// whose month has come since: none is issued twice.
    @Transactional
    public BillRun order(SupplierCode supplier, BillingMonth month) {
        // New accounts would move the portions' borders: what was made for the printer is made anew as a whole.
        jdbc.sql("""
                delete from bill_print p
                using bill_run r
                where p.supplier = :supplier and p.month = :month
                  and r.supplier = p.supplier and r.month = p.month and r.finished_at is not null
                """)
                .param("supplier", supplier.value())
                .param("month", month.firstDay())
                .update();
        jdbc.sql("""
                insert into bill_run (supplier, month, ordered_at, accounts)
                values (:supplier, :month, :now, :accounts)
                on conflict (supplier, month) do update
                set ordered_at = excluded.ordered_at, last_account = null, accounts = excluded.accounts, done = 0,
                    written_to = 0, failed = 0, finished_at = null
                where bill_run.finished_at is not null
                """)
                .param("supplier", supplier.value())
                .param("month", month.firstDay())
                .param("now", Timestamp.from(clock.instant()))
                .param("accounts", count(supplier, month))
                .update();
        return find(supplier, month).orElseThrow();
    }

    public Optional<BillRun> find(SupplierCode supplier, BillingMonth month) {
        return jdbc.sql(RUN + "where supplier = :supplier and month = :month")
                .param("supplier", supplier.value())
                .param("month", month.firstDay())
                .query(BillRuns::run)
                .optional();
    }

    /// Those that are not finished, the oldest order first.
    List<BillRun> waiting() {
        return jdbc.sql(RUN + "where finished_at is null order by ordered_at, supplier, month")
                .query(BillRuns::run)
                .list();
    }

    /// How many accounts have a closed month.
    private long count(SupplierCode supplier, BillingMonth month) {
        return jdbc.sql("""
                select count(*)
                from account a
                join balance b on b.account_id = a.account_id and b.month = :month and b.service = ''
                where a.supplier = :supplier
                """)
                .param("supplier", supplier.value())
                .param("month", month.firstDay())
                .query(Long.class)
                .single();
    }

    /// An account whose bill is to be made.
    ///
    /// @param number canonical
    record Due(AccountId account, String number) {}

    /// The next accounts of a run, in the order of their ids.
    List<Due> next(BillRun run, int most) {
        return jdbc.sql("""
                select a.account_id, a.account_no
                from account a
                join balance b on b.account_id = a.account_id and b.month = :month and b.service = ''
                where a.supplier = :supplier and a.account_id > :last
                order by a.account_id
                limit :most
                """)
                .param("supplier", run.supplier().value())
                .param("month", run.month().firstDay())
                .param("last", run.lastAccount() == null ? Long.MIN_VALUE : run.lastAccount())
                .param("most", most)
                .query((row, number) -> new Due(new AccountId(row.getLong("account_id")), row.getString("account_no")))
                .list();
    }

    /// Notes that the accounts up to `last` are done, and keeps their pages for the printer. False when somebody else
    /// has done them meanwhile; then nothing is kept.
    @Transactional
    public boolean advance(BillRun run, Portion portion) {
        var advanced = jdbc.sql("""
                update bill_run
                set last_account = :last, done = done + :done, written_to = written_to + :written,
                    failed = failed + :failed
                where supplier = :supplier and month = :month and finished_at is null
                  and last_account is not distinct from :before::bigint
                """)
                .param("last", portion.last().value())
                .param("done", portion.done())
                .param("written", portion.writtenTo())
                .param("failed", portion.failed())
                .param("supplier", run.supplier().value())
                .param("month", run.month().firstDay())
                .param("before", run.lastAccount())
                .update();
        if (advanced == 1 && portion.pages() > 0) {
            keep(run, portion);
        }
        return advanced == 1;
    }

    private void keep(BillRun run, Portion portion) {
        var first = portion.first().value();
        jdbc.sql("""
                insert into bill_print (supplier, month, first_account, pages, sealed, made_at)
                values (:supplier, :month, :first, :pages, :sealed, :now)
                on conflict (supplier, month, first_account) do update
                set pages = excluded.pages, sealed = excluded.sealed, made_at = excluded.made_at
                """)
                .param("supplier", run.supplier().value())
                .param("month", run.month().firstDay())
                .param("first", first)
                .param("pages", portion.pages())
                .param("sealed", seal.close(run.supplier(), run.month(), first, portion.pdf()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void finish(BillRun run) {
        jdbc.sql("""
                update bill_run set finished_at = :now
                where supplier = :supplier and month = :month and finished_at is null
                """)
                .param("supplier", run.supplier().value())
                .param("month", run.month().firstDay())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Where the pages for the printer begin, in their order; each is read by itself with [#pages].
    public List<Long> prints(SupplierCode supplier, BillingMonth month) {
        return jdbc.sql("""
                select first_account from bill_print
                where supplier = :supplier and month = :month
                order by first_account
                """)
                .param("supplier", supplier.value())
                .param("month", month.firstDay())
                .query(Long.class)
                .list();
    }

    /// A PDF for the printer.
    public Optional<byte[]> pages(SupplierCode supplier, BillingMonth month, long first) {
        return jdbc.sql("""
                select sealed from bill_print
                where supplier = :supplier and month = :month and first_account = :first
                """)
                .param("supplier", supplier.value())
                .param("month", month.firstDay())
                .param("first", first)
                .query(byte[].class)
                .optional()
                .map(kept -> seal.open(supplier, month, first, kept));
    }

    /// Deletes pages that were made long ago; returns how many files.
    int forgetOld() {
        return jdbc.sql("delete from bill_print where made_at <= :oldest")
                .param("oldest", Timestamp.from(clock.instant().minus(PAGES_KEPT)))
                .update();
    }

    /// What became of some accounts in a row.
    ///
    /// @param pdf   the bills that go on paper, a page each; empty without any
    /// @param pages how many those are
    record Portion(AccountId first, AccountId last, int done, int writtenTo, int failed, int pages, byte[] pdf) {}

    private static BillRun run(ResultSet row, int number) throws SQLException {
        return new BillRun(
                new SupplierCode(row.getString("supplier")),
                BillingMonth.of(row.getObject("month", LocalDate.class)),
                row.getObject("last_account", Long.class),
                row.getLong("accounts"),
                row.getLong("done"),
                row.getLong("written_to"),
                row.getLong("failed"),
                row.getTimestamp("finished_at") != null);
    }
}
