package golubika.demo.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The bank's books, the same for all languages, in a schema of their own, so that a killed bank comes back with all
/// that it knew.
final class BankBook {

    private static final Duration TIME_TO_PAY = Duration.ofHours(1);

    private static final String PAYMENTS = """
            select p.*, (select coalesce(sum(kopecks), 0) from demo_bank.refund r where r.payment_id = p.payment_id)
                as returned
            from demo_bank.payment p
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /// A notice that the shop has not acknowledged yet.
    record Notice(UUID payment, String event, int tries) {}

    /// What became of money that was to go back.
    enum Return {
        DONE,
        NOT_PAID,
        TOO_MUCH
    }

    BankBook(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        try {
            var tables = new ClassPathResource("demo/bank.sql").getContentAsString(StandardCharsets.UTF_8);
            jdbc.sql(tables).update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes an order; the same key again leads to the payment that it brought.
    BankPayment take(Language language, UUID id, String shop, String key, String asked) {
        jdbc.sql("""
                insert into demo_bank.payment
                    (payment_id, shop, idempotence_key, ordered, status, created_at, language)
                values (:id, :shop, :key, :order, 'pending', :now, :language)
                on conflict (shop, idempotence_key) do nothing
                """)
                .param("id", id)
                .param("shop", shop)
                .param("key", key)
                .param("order", asked)
                .param("now", now())
                .param("language", language.name())
                .update();
        return byKey(language, shop, key).orElseThrow();
    }

    Optional<BankPayment> byKey(Language language, String shop, String key) {
        expire();
        return jdbc.sql(PAYMENTS + "where p.shop = :shop and p.idempotence_key = :key and p.language = :language")
                .param("shop", shop)
                .param("key", key)
                .param("language", language.name())
                .query(this::payment)
                .optional();
    }

    Optional<BankPayment> find(UUID id) {
        expire();
        return jdbc.sql(PAYMENTS + "where p.payment_id = :id")
                .param("id", id)
                .query(this::payment)
                .optional();
    }

    /// The payments of an order of T-Bank's language, the latest last.
    List<BankPayment> ofOrder(String shop, String number) {
        expire();
        return jdbc.sql(PAYMENTS + """
                where p.shop = :shop and p.language = 'TBANK' and p.ordered::json ->> 'OrderId' = :number
                order by p.created_at, p.payment_id
                """)
                .param("shop", shop)
                .param("number", number)
                .query(this::payment)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from demo_bank.payment")
                .query(Long.class)
                .single();
    }

    void payBySbp(UUID id) {
        jdbc.sql("update demo_bank.payment set by_sbp = true where payment_id = :id")
                .param("id", id)
                .update();
    }

    /// Settles a pending payment and puts the notices of it, all or nothing.
    ///
    /// @param reason empty for one that was paid
    void settle(BankPayment payment, String status, String reason) {
        settle(payment.id(), payment.language(), status, reason);
    }

    private void settle(UUID id, Language language, String status, String reason) {
        jdbc.sql("""
                with settled as (
                    update demo_bank.payment set status = :status, reason = nullif(:reason, ''), settled_at = :now
                    where payment_id = :id and status = 'pending'
                    returning payment_id)
                insert into demo_bank.message (payment_id, event, put_at, next_try_at)
                select payment_id, event, :now, :now from settled, unnest(:events) as event
                """)
                .param("id", id)
                .param("status", status)
                .param("reason", reason)
                .param("events", language.events(status, reason).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /// Gives money back, once for each key, and puts the notice of it.
    Return giveBack(BankPayment payment, String key, long kopecks) {
        if (!payment.isPaid()) {
            return Return.NOT_PAID;
        }
        var known = jdbc.sql("select count(*) from demo_bank.refund where payment_id = :id and refund_key = :key")
                .param("id", payment.id())
                .param("key", key)
                .query(Long.class)
                .single();
        if (known > 0) {
            return Return.DONE;
        }
        if (kopecks < 1 || payment.returned() + kopecks > payment.order().kopecks()) {
            return Return.TOO_MUCH;
        }
        jdbc.sql("""
                with back as (
                    insert into demo_bank.refund (payment_id, refund_key, kopecks, made_at)
                    values (:id, :key, :kopecks, :now)
                    returning payment_id)
                insert into demo_bank.message (payment_id, event, put_at, next_try_at)
                select payment_id, 'refunded', :now, :now from back
                on conflict (payment_id, event) do nothing
                """)
                .param("id", payment.id())
                .param("key", key)
                .param("kopecks", kopecks)
                .param("now", now())
                .update();
        return Return.DONE;
    }

    List<Notice> notices(boolean latestFirst) {
        var order = latestFirst ? "desc" : "asc";
        return jdbc.sql("select payment_id, event, tries from demo_bank.message"
                        + " where delivered_at is null and next_try_at <= :now order by put_at " + order + ", event "
                        + order)
                .param("now", now())
                .query((row, n) -> new Notice(
                        row.getObject("payment_id", UUID.class), row.getString("event"), row.getInt("tries")))
                .list();
    }

    void delivered(Notice notice) {
        jdbc.sql("update demo_bank.message set delivered_at = :now where payment_id = :id and event = :event")
                .param("now", now())
                .param("id", notice.payment())
                .param("event", notice.event())
                .update();
    }

    /// The longer the shop does not answer, the longer the next try waits: a second at first, ten minutes at most.
    void undelivered(Notice notice) {
        var pause = Duration.ofSeconds(Math.min(600, 1L << Math.min(notice.tries(), 10)));
        jdbc.sql("""
                update demo_bank.message set tries = tries + 1, next_try_at = :next
                where payment_id = :id and event = :event
                """)
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("id", notice.payment())
                .param("event", notice.event())
                .update();
    }

    private record Late(UUID id, Language language) {}

    void expire() {
        jdbc.sql("""
                select payment_id, language from demo_bank.payment where status = 'pending' and created_at < :before
                """)
                .param("before", Timestamp.from(clock.instant().minus(TIME_TO_PAY)))
                .query((row, n) ->
                        new Late(row.getObject("payment_id", UUID.class), Language.valueOf(row.getString("language"))))
                .list()
                .forEach(late -> settle(late.id(), late.language(), BankPayment.CANCELED, BankPayment.EXPIRED));
    }

    private BankPayment payment(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new BankPayment(
                row.getObject("payment_id", UUID.class),
                row.getString("shop"),
                Language.valueOf(row.getString("language")),
                json.readTree(row.getString("ordered")),
                row.getString("status"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                settled == null ? null : instant(settled),
                row.getBoolean("by_sbp"),
                row.getLong("returned"));
    }

    private static Instant instant(Timestamp moment) {
        return moment.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
