package golubika.accounts;

import golubika.site.PortalSecret;
import golubika.subscribers.SubscriberId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What ends PIN applications and the PINs issued on them, beside an answer: time, the full version, the end of a
/// link.
@Component
class PinApplicationRows implements LinkEnd {

    /// So long an application that is closed can be looked up; the record of what staff did is kept apart from it.
    static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final PortalSecret secret;
    private final Clock clock;

    PinApplicationRows(JdbcClient jdbc, PortalSecret secret, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
    }

    private record Issued(UUID applicationId, byte[] pinHash) {}

    /// The application whose PIN this person may type in for this account.
    Optional<UUID> issuedTo(SubscriberId subscriber, AccountId account) {
        return issued(subscriber, account).stream().map(Issued::applicationId).findFirst();
    }

    /// Whether a PIN was issued to this person for this account, and is still good.
    boolean isIssued(SubscriberId subscriber, AccountId account, String pin) {
        return issued(subscriber, account).stream()
                .anyMatch(issued -> MessageDigest.isEqual(issued.pinHash, hash(account, issued.applicationId, pin)));
    }

    private List<Issued> issued(SubscriberId subscriber, AccountId account) {
        return jdbc.sql("""
                select application_id, pin_hash from pin_application
                where account_id = :account and subscriber_id = :subscriber and state = 'GRANTED'
                  and pin_hash is not null and pin_until > :now
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("now", now())
                .query(Issued.class)
                .list();
    }

    /// No PIN that was issued to this person for this account opens anything any more.
    void cancel(SubscriberId subscriber, AccountId account) {
        jdbc.sql("""
                update pin_application set pin_hash = null, pin_until = least(pin_until, :now)
                where account_id = :account and subscriber_id = :subscriber and pin_hash is not null
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("now", now())
                .update();
    }

    /// Whether the supplier has closed the account.
    boolean isClosed(AccountId account) {
        return jdbc.sql("select status = 'CLOSED' from account where account_id = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /// HMAC of the account, the application and the PIN.
    byte[] hash(AccountId account, UUID application, String pin) {
        var context = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(account.value())
                .putLong(application.getMostSignificantBits())
                .putLong(application.getLeastSignificantBits());
        return secret.hash(context.array(), pin);
    }

    /// The full version is open: an issued PIN is used up, and what waits needs no answer any more.
    void opened(SubscriberId subscriber, AccountId account) {
        jdbc.sql("""
                update pin_application
                set state = case state when 'GRANTED' then 'USED' else 'ENDED' end,
                    closed_at = coalesce(closed_at, :now), pin_hash = null
                where account_id = :account and subscriber_id = :subscriber and state in ('SENT', 'GRANTED')
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("now", now())
                .update();
    }

    /// What was asked for is kept without the person and without their words.
    @Override
    public void ended(SubscriberId subscriber, AccountId account) {
        jdbc.sql("""
                update pin_application
                set state = case state when 'SENT' then 'ENDED' else state end,
                    closed_at = coalesce(closed_at, :now), pin_hash = null, subscriber_id = null, sent_to = null,
                    full_name = null, address = null, serial = null, comment = null, said = null
                where account_id = :account and subscriber_id = :subscriber
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("now", now())
                .update();
    }

    /// Ends what waits for accounts that their suppliers have closed meanwhile; returns how many.
    int endOfClosedAccounts() {
        return jdbc.sql("""
                update pin_application as asked set state = 'ENDED', closed_at = :now
                from account
                where account.account_id = asked.account_id and account.status = 'CLOSED' and asked.state = 'SENT'
                """).param("now", now()).update();
    }

    /// Forgets PINs that are too old, and applications that were closed long ago; returns how many of these.
    int forgetOld() {
        jdbc.sql("update pin_application set pin_hash = null where pin_until <= :now and pin_hash is not null")
                .param("now", now())
                .update();
        return jdbc.sql("delete from pin_application where closed_at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
