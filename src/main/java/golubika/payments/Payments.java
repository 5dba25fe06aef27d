package golubika.payments;

import golubika.accounts.AccountId;
import golubika.charges.Posting;
import golubika.charges.Statements;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The payments of accounts, to look at.
@Component
public class Payments {

    /// Stands in `payment_ref` where a provider's name would: the reference is our own id.
    static final String OUR_IDS = "PORTAL";

    private static final int RECENT = 50;

    private final JdbcClient jdbc;
    private final Trips trips;
    private final Statements statements;
    private final Clock clock;

    Payments(JdbcClient jdbc, Trips trips, Statements statements, Clock clock) {
        this.jdbc = jdbc;
        this.trips = trips;
        this.statements = statements;
        this.clock = clock;
    }

    /// The payments of two years, newest first: ours in whatever state they are, and those that the billing
    /// tells of, made elsewhere.
    public List<PaymentLine> of(AccountId account) {
        return trips.ask(ask(account));
    }

    /// As [#of], to be asked together with others.
    public Ask<List<PaymentLine>> ask(AccountId account) {
        var twoYearsAgo = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(2);
        return askOurs(account).and(Statements.askPostings(account, twoYearsAgo), Payments::lines);
    }

    private static List<PaymentLine> lines(List<Payment> ours, List<Posting> postings) {
        var entries = postings.stream().collect(Collectors.toMap(Posting::entryId, Function.identity()));
        var own = ours.stream()
                .map(payment -> PaymentLine.of(
                        payment, Optional.ofNullable(entries.remove(payment.id().toString()))))
                .toList();
        return Stream.concat(own.stream(), entries.values().stream().map(PaymentLine::elsewhere))
                .sorted(Comparator.comparing(PaymentLine::at).reversed())
                .limit(RECENT)
                .toList();
    }

    /// Payments of the account whose outcome is still open, newest first.
    public List<Payment> running(AccountId account) {
        return trips.ask(askRunning(account));
    }

    /// The newest running payment of the account that this subscriber may know of: their own, and with `seesOthers`
    /// everybody's.
    public Optional<Payment> running(AccountId account, SubscriberId subscriber, boolean seesOthers) {
        return trips.ask(askRunning(account, subscriber, seesOthers));
    }

    /// As [#running(AccountId, SubscriberId, boolean)], to be asked together with others.
    public static Ask<Optional<Payment>> askRunning(AccountId account, SubscriberId subscriber, boolean seesOthers) {
        return askRunning(account)
                .map(running -> running.stream()
                        .filter(payment -> seesOthers || payment.payer().equals(subscriber))
                        .findFirst());
    }

    private static Ask<List<Payment>> askRunning(AccountId account) {
        return Ask.rows("select " + PaymentRow.COLUMNS + """
                from payment
                where account_id = ? and state in ('INTENDED', 'UNKNOWN', 'REDIRECTED')
                order by payment_id desc
                """, PaymentRow::read, account.value());
    }

    public Optional<Payment> find(PaymentId payment) {
        return referred(OUR_IDS, payment.toString());
    }

    /// What has happened to a payment, in order.
    public List<PaymentEvent> trace(Payment payment) {
        return jdbc.sql("""
                select happened_at, to_state
                from payment_event
                where account_id = :account and payment_id = :payment
                order by event_no
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .query((row, n) -> new PaymentEvent(
                        row.getTimestamp("happened_at").toInstant(), PaymentState.valueOf(row.getString("to_state"))))
                .list();
    }

    /// Whether the billing has named the payment in a register of its own.
    public boolean isKnownToBilling(Payment payment) {
        var id = payment.id().toString();
        var started = LocalDate.ofInstant(payment.startedAt(), ZoneOffset.UTC);
        return statements.postings(payment.account(), started.minusDays(1)).stream()
                .anyMatch(posting -> posting.entryId().equals(id) && posting.knownAsOf() != null);
    }

    /// The latest state of a payment that exists.
    public Payment again(Payment payment) {
        return get(payment.account(), payment.id());
    }

    Payment get(AccountId account, PaymentId payment) {
        return find(account, payment).orElseThrow();
    }

    /// The payment that a form has brought.
    public Optional<Payment> ofForm(AccountId account, UUID formKey) {
        return jdbc.sql("select " + PaymentRow.COLUMNS + """
                from payment where account_id = :account and form_key = :form
                """)
                .param("account", account.value())
                .param("form", formKey)
                .query((row, n) -> PaymentRow.read(row))
                .optional();
    }

    /// The payment that the provider, or with `OUR_IDS` we, know by this id.
    Optional<Payment> referred(String provider, String reference) {
        return jdbc.sql("""
                select account_id, payment_id from payment_ref where reference = :reference and provider = :provider
                """)
                .param("reference", reference)
                .param("provider", provider)
                .query((row, n) -> new Key(
                        new AccountId(row.getLong("account_id")),
                        new PaymentId(row.getObject("payment_id", UUID.class))))
                .optional()
                .flatMap(key -> find(key.account(), key.payment()));
    }

    // Rows are read to their end before anything else is asked: a question inside would hold two connections at once.
    private record Key(AccountId account, PaymentId payment) {}

    private static Ask<List<Payment>> askOurs(AccountId account) {
        return Ask.rows("select " + PaymentRow.COLUMNS + """
                from payment
                where account_id = ?
                order by payment_id desc
                limit ?
                """, PaymentRow::read, account.value(), RECENT);
    }

    private Optional<Payment> find(AccountId account, PaymentId payment) {
        return jdbc.sql("select " + PaymentRow.COLUMNS + """
                from payment where account_id = :account and payment_id = :payment
                """)
                .param("account", account.value())
                .param("payment", payment.value())
                .query((row, n) -> PaymentRow.read(row))
                .optional();
    }
}
