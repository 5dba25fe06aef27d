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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The bank's books, in a schema of their own, so that a killed bank comes back with all that it knew.
final class BankBook {

    private static final Duration TIME_TO_PAY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /// A notice that the shop has not acknowledged yet.
    record Notice(UUID payment, String event, int tries) {}

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
    BankPayment take(String shop, String key, String order) {
        jdbc.sql("""
                insert into demo_bank.payment (payment_id, shop, idempotence_key, ordered, status, created_at)
                values (:id, :shop, :key, :order, 'pending', :now)
                on conflict (shop, idempotence_key) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("shop", shop)
                .param("key", key)
                .param("order", order)
                .param("now", now())
                .update();
        return jdbc.sql("""
                select * from demo_bank.payment where shop = :shop and idempotence_key = :key
                """)
                .param("shop", shop)
                .param("key", key)
                .query(this::payment)
                .single();
    }

    Optional<BankPayment> find(UUID id) {
        expire();
        return jdbc.sql("select * from demo_bank.payment where payment_id = :id")
                .param("id", id)
                .query(this::payment)
                .optional();
    }

    long count() {
        return jdbc.sql("select count(*) from demo_bank.payment")
                .query(Long.class)
                .single();
    }

    /// Settles a pending payment and puts the notice of it, both or neither.
    void settle(UUID id, String status, @Nullable String reason) {
        jdbc.sql("""
                with settled as (
                    update demo_bank.payment set status = :status, reason = :reason, settled_at = :now
                    where payment_id = :id and status = 'pending'
                    returning payment_id)
                insert into demo_bank.notice (payment_id, event, put_at, next_try_at)
                select payment_id, 'payment.' || :status, :now, :now from settled
                """)
                .param("id", id)
                .param("status", status)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    List<Notice> notices(boolean latestFirst) {
        return jdbc.sql("select payment_id, event, tries from demo_bank.notice"
                        + " where delivered_at is null and next_try_at <= :now order by put_at "
                        + (latestFirst ? "desc" : "asc"))
                .param("now", now())
                .query((row, n) -> new Notice(
                        row.getObject("payment_id", UUID.class), row.getString("event"), row.getInt("tries")))
                .list();
    }

    void delivered(Notice notice) {
        jdbc.sql("update demo_bank.notice set delivered_at = :now where payment_id = :id")
                .param("now", now())
                .param("id", notice.payment())
                .update();
    }

    /// The longer the shop does not answer, the longer the next try waits: a second at first, ten minutes at most.
    void undelivered(Notice notice) {
        var pause = Duration.ofSeconds(Math.min(600, 1L << Math.min(notice.tries(), 10)));
        jdbc.sql("update demo_bank.notice set tries = tries + 1, next_try_at = :next where payment_id = :id")
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("id", notice.payment())
                .update();
    }

    void expire() {
        jdbc.sql("select payment_id from demo_bank.payment where status = 'pending' and created_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(TIME_TO_PAY)))
                .query(UUID.class)
                .list()
                .forEach(id -> settle(id, BankPayment.CANCELED, "expired_on_confirmation"));
    }

    private BankPayment payment(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new BankPayment(
                row.getObject("payment_id", UUID.class),
                row.getString("shop"),
                json.readTree(row.getString("ordered")),
                row.getString("status"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                settled == null ? null : instant(settled));
    }

    private static Instant instant(Timestamp moment) {
        return moment.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
