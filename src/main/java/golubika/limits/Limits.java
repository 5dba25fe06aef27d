package golubika.limits;

import golubika.values.Sha256;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The buckets of all limits. A take is one atomic statement, so that guesses made at once are all counted.
/// Take before the deed and outside of its transaction: what a transaction rolls back has not been taken. Where that is
/// right, as with letters that are rolled back too, take within.
@Component
public class Limits {

    private final JdbcClient jdbc;
    private final Clock clock;

    Limits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Takes one try; false when none is left, and then nothing is taken.
    ///
    /// @param key whose bucket: an address, an account, a login and a network; it is stored hashed
    public boolean take(Limit limit, String key) {
        var now = clock.millis();
        return jdbc.sql("""
                insert into limit_bucket as bucket (key_hash, limit_name, full_at)
                values (:key, :limit, :first)
                on conflict (key_hash, limit_name) do update
                set full_at = greatest(bucket.full_at, :now) + :refill
                where greatest(bucket.full_at, :now) + :refill <= :latest
                """)
                        .param("key", Sha256.of(key))
                        .param("limit", limit.name())
                        .param("first", now + limit.refill().toMillis())
                        .param("now", now)
                        .param("refill", limit.refill().toMillis())
                        .param("latest", now + limit.whole().toMillis())
                        .update()
                == 1;
    }

    /// Gives one try back, where it turned out not to count.
    public void giveBack(Limit limit, String key) {
        jdbc.sql("""
                update limit_bucket
                set full_at = full_at - :refill
                where key_hash = :key and limit_name = :limit
                """)
                .param("key", Sha256.of(key))
                .param("limit", limit.name())
                .param("refill", limit.refill().toMillis())
                .update();
    }

    /// Fills the bucket: after a success, former failures no longer count.
    public void clear(Limit limit, String key) {
        jdbc.sql("delete from limit_bucket where key_hash = :key and limit_name = :limit")
                .param("key", Sha256.of(key))
                .param("limit", limit.name())
                .update();
    }

    /// How long until the next try; zero when there is one now.
    public Duration wait(Limit limit, String key) {
        var now = clock.millis();
        return jdbc.sql("select full_at from limit_bucket where key_hash = :key and limit_name = :limit")
                .param("key", Sha256.of(key))
                .param("limit", limit.name())
                .query(Long.class)
                .optional()
                .map(fullAt ->
                        Duration.ofMillis(fullAt - now).plus(limit.refill()).minus(limit.whole()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /// How many tries of a full bucket are missing now.
    public int used(Limit limit, String key) {
        var now = clock.millis();
        return jdbc.sql("select full_at from limit_bucket where key_hash = :key and limit_name = :limit")
                .param("key", Sha256.of(key))
                .param("limit", limit.name())
                .query(Long.class)
                .optional()
                .map(fullAt -> (int)
                        Math.ceilDiv(Math.max(0, fullAt - now), limit.refill().toMillis()))
                .orElse(0);
    }

    /// Forgets buckets that are full again; their number is returned.
    public int forgetFull() {
        return jdbc.sql("delete from limit_bucket where full_at <= :now")
                .param("now", clock.millis())
                .update();
    }
}
