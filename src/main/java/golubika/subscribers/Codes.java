package golubika.subscribers;

import golubika.site.PortalSecret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Codes of six digits to type in. A million is soon guessed, so each is good for ten minutes and five tries, whoever
/// types; whoever calls makes sure that nobody but the deed's own session may try. They are kept under a keyed hash:
/// a copy of the database does not tell them.
@Component
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final int TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final PortalSecret secret;
    private final Clock clock;

    Codes(JdbcClient jdbc, PortalSecret secret, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
    }

    /// What a typed code is worth.
    sealed interface Check {
        record Right() implements Check {}

        /// @param left tries that remain
        record Wrong(int left) implements Check {}

        /// Too old, tried too often, or there is none.
        record Outdated() implements Check {}
    }

    private record Row(byte[] codeHash, int triesLeft) {}

    /// A new code for a deed; the former one is worth nothing from now on.
    ///
    /// @param deed what the code allows: an attempt to register, a change of a contact
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(UUID deed) {
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        jdbc.sql("""
                insert into one_time_code (deed_id, code_hash, tries_left, valid_until)
                values (:deed, :hash, :tries, :until)
                on conflict (deed_id) do update
                set code_hash = excluded.code_hash, tries_left = excluded.tries_left, valid_until = excluded.valid_until
                """)
                .param("deed", deed)
                .param("hash", hash(deed, code))
                .param("tries", TRIES)
                .param("until", Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        return code;
    }

    /// Takes a try and looks. Call it outside of any transaction: what rolls back has not been tried.
    @Transactional(propagation = Propagation.NEVER)
    public Check check(UUID deed, String digits) {
        return jdbc.sql("""
                update one_time_code set tries_left = tries_left - 1
                where deed_id = :deed and tries_left > 0 and valid_until > :now
                returning code_hash, tries_left
                """)
                .param("deed", deed)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Row(row.getBytes("code_hash"), row.getInt("tries_left")))
                .optional()
                .<Check>map(row -> MessageDigest.isEqual(row.codeHash, hash(deed, digits))
                        ? new Check.Right()
                        : new Check.Wrong(row.triesLeft))
                .orElseGet(Check.Outdated::new);
    }

    void forget(UUID deed) {
        jdbc.sql("delete from one_time_code where deed_id = :deed")
                .param("deed", deed)
                .update();
    }

    /// Forgets codes that are too old; returns how many.
    int forgetOld() {
        return jdbc.sql("delete from one_time_code where valid_until <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private byte[] hash(UUID deed, String code) {
        var context = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(deed.getMostSignificantBits())
                .putLong(deed.getLeastSignificantBits());
        return secret.hash(context.array(), code);
    }
}
