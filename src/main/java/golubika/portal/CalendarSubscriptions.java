package golubika.portal;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.site.Texts;
import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import golubika.values.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Secret addresses from which calendar programs read an account's days, without signing in. Of an address we keep the
/// hash, so it is shown once; a new one takes the place of the last.
@Component
class CalendarSubscriptions implements CabinetRemoval, PersonalData {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    CalendarSubscriptions(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /// Whose calendar of what.
    record Subscription(SubscriberId subscriber, AccountId account) {}

    /// Since when there is one.
    Optional<Instant> since(SubscriberId subscriber, Link link) {
        return jdbc.sql("""
                select made_at from calendar_subscription
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", link.account().value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /// A new secret; the former one is good for nothing from now on.
    @Transactional
    public String begin(SubscriberId subscriber, Link link) {
        end(subscriber, link);
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into calendar_subscription (token_hash, subscriber_id, account_id, made_at)
                values (:token, :subscriber, :account, :now)
                """)
                .param("token", Sha256.of(secret))
                .param("subscriber", subscriber.value())
                .param("account", link.account().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    @Transactional
    public void end(SubscriberId subscriber, Link link) {
        jdbc.sql("delete from calendar_subscription where subscriber_id = :subscriber and account_id = :account")
                .param("subscriber", subscriber.value())
                .param("account", link.account().value())
                .update();
    }

    Optional<Subscription> find(String secret) {
        return jdbc.sql("select subscriber_id, account_id from calendar_subscription where token_hash = :token")
                .param("token", Sha256.of(secret))
                .query((row, number) -> new Subscription(
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                        new AccountId(row.getLong("account_id"))))
                .optional();
    }

    @Override
    public void remove(SubscriberId subscriber) {
        jdbc.sql("delete from calendar_subscription where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public String about() {
        return texts.of("portal.calendar.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        return jdbc.sql("""
                select a.supplier, a.account_no as account, c.made_at
                from calendar_subscription c join account a on a.account_id = c.account_id
                where c.subscriber_id = :subscriber
                """).param("subscriber", subscriber.value()).query().listOfRows();
    }
}
