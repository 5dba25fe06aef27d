package golubika.portal;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.accounts.LinkEnd;
import golubika.accounts.Links;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Secret addresses from which calendar programs read an account's days, without signing in. Of an address we keep the
/// hash, so it is shown once; a new one takes the place of the last.
///
/// The row by subscriber is the truth, of which there is one. An address is found by its hash, and counts while
/// that row holds the same: of two made at once, the later.
@Component
class CalendarSubscriptions implements CabinetRemoval, LinkEnd, PersonalData {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final List<String> TABLES = List.of("calendar_subscription", "calendar_address");

    private final JdbcClient jdbc;
    private final Links links;
    private final Texts texts;
    private final Clock clock;

    CalendarSubscriptions(JdbcClient jdbc, Links links, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
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
                insert into calendar_subscription (subscriber_id, account_id, token_hash, made_at)
                values (:subscriber, :account, :token, :now)
                on conflict (subscriber_id, account_id) do update
                set token_hash = excluded.token_hash, made_at = excluded.made_at
                """)
                .param("token", Sha256.of(secret))
                .param("subscriber", subscriber.value())
                .param("account", link.account().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                insert into calendar_address (token_hash, subscriber_id, account_id)
                values (:token, :subscriber, :account)
                """)
                .param("token", Sha256.of(secret))
                .param("subscriber", subscriber.value())
                .param("account", link.account().value())
                .update();
        return secret;
    }

    @Transactional
    public void end(SubscriberId subscriber, Link link) {
        ended(subscriber, link.account());
    }

    @Override
    public void ended(SubscriberId subscriber, AccountId account) {
        for (var table : TABLES) {
            jdbc.sql("delete from " + table + " where subscriber_id = :subscriber and account_id = :account")
                    .param("subscriber", subscriber.value())
                    .param("account", account.value())
                    .update();
        }
    }

    Optional<Subscription> find(String secret) {
        var token = Sha256.of(secret);
        return jdbc.sql("select subscriber_id, account_id from calendar_address where token_hash = :token")
                .param("token", token)
                .query((row, number) -> new Subscription(
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                        new AccountId(row.getLong("account_id"))))
                .optional()
                .filter(named -> holds(named, token));
    }

    private boolean holds(Subscription named, byte[] token) {
        return jdbc.sql("""
                select exists (
                    select from calendar_subscription
                    where subscriber_id = :subscriber and account_id = :account and token_hash = :token)
                """)
                .param("subscriber", named.subscriber.value())
                .param("account", named.account.value())
                .param("token", token)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void remove(SubscriberId subscriber) {
        for (var table : TABLES) {
            jdbc.sql("delete from " + table + " where subscriber_id = :subscriber")
                    .param("subscriber", subscriber.value())
                    .update();
        }
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
        return links.of(subscriber).stream()
                .flatMap(link -> since(subscriber, link).stream().map(moment -> told(link, moment)))
                .toList();
    }

    private static Map<String, Object> told(Link link, Instant moment) {
        return Map.of("supplier", link.supplier().code().value(), "account", link.number(), "made_at", moment);
    }
}
