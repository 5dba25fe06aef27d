package golubika.metering;

import golubika.accounts.AccountId;
import golubika.accounts.LinkEnd;
import golubika.subscribers.SubscriberId;
import golubika.values.BillingMonth;
import golubika.values.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The links of reminders (D5). A link is a secret of 128 bits of which we keep the hash; what it is good for stands
/// here and not in the address, for an account's number could be reckoned from its id.
///
/// That a pass is good says nothing of rights: whoever follows it asks anew whether its person may send
/// readings.
@Component
public class ReadingPasses implements LinkEnd {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingPasses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A new secret, good until that moment.
    String issue(ReadingPass pass, Instant until) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into reading_pass (token_hash, account_id, subscriber_id, month, good_until)
                values (:token, :account, :subscriber, :month, :until)
                """)
                .param("token", Sha256.of(secret))
                .param("account", pass.account().value())
                .param("subscriber", pass.subscriber().value())
                .param("month", pass.month().firstDay())
                .param("until", Timestamp.from(until))
                .update();
        return secret;
    }

    /// What a secret is good for now; empty for one that is no more, or never was.
    public Optional<ReadingPass> find(String secret) {
        return jdbc.sql("""
                select account_id, subscriber_id, month from reading_pass
                where token_hash = :token and good_until > :now
                """)
                .param("token", Sha256.of(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new ReadingPass(
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                        new AccountId(row.getLong("account_id")),
                        BillingMonth.of(row.getObject("month", LocalDate.class))))
                .optional();
    }

    @Override
    public void ended(SubscriberId subscriber, AccountId account) {
        jdbc.sql("delete from reading_pass where subscriber_id = :subscriber and account_id = :account")
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .update();
    }

    /// Deletes those that are good for nothing any more; returns how many.
    int forgetOld() {
        return jdbc.sql("delete from reading_pass where good_until <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
