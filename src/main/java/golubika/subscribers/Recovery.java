package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.RECOVERY_BY_NETWORK;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.notifications.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// «Забыли пароль?»: a mailed link, good for an hour and once, sets a new password. Whether or not anybody owns the
/// login, the same is answered and the same is written; only the letter differs. An attempt to register that nobody has
/// confirmed owns nothing: its password may be a stranger's, so its address is told to register anew.
@Component
public class Recovery {

    /// So long a link is good. Whoever asks too often has one that still works, since the limit lets one more through
    /// after the same time.
    public static final Duration GOOD_FOR = Duration.ofHours(1);

    /// A thief who came in adds a passkey soon; the owner notices within days.
    private static final Duration SUSPECT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Subscribers subscribers;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final KeyRing keys;
    private final Outbox outbox;
    private final Letters letters;
    private final Notices notices;
    private final AuditTrail audit;
    private final Postage postage;
    private final Limits limits;
    private final Clock clock;

    Recovery(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Subscribers subscribers,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            KnownDevices devices,
            KeyRing keys,
            Outbox outbox,
            Letters letters,
            Notices notices,
            AuditTrail audit,
            Postage postage,
            Limits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.subscribers = subscribers;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.devices = devices;
        this.keys = keys;
        this.outbox = outbox;
        this.letters = letters;
        this.notices = notices;
        this.audit = audit;
        this.postage = postage;
        this.limits = limits;
        this.clock = clock;
    }

    /// What became of asking for a link.
    public sealed interface Asked {
        record Sent() implements Asked {}

        record NotSent(Postage.Refusal refusal) implements Asked {}
    }

    /// Sends a letter to the login, whoever owns it or not.
    public Asked ask(Login login, Caller caller) {
        var taken = new Taken(limits);
        if (!taken.take(RECOVERY_BY_NETWORK, Network.of(caller.network()).value())) {
            return new Asked.NotSent(new Postage.Refusal.TooManyFromNetwork());
        }
        var refusal = postage.takeRecovery(taken, login, caller.network());
        if (refusal.isPresent()) {
            return new Asked.NotSent(refusal.get());
        }
        transaction.executeWithoutResult(status -> send(login));
        return new Asked.Sent();
    }

    /// Whose password a link would set; nobody's when it is unknown, used or too old. Looking changes nothing, since
    /// mail programs open links by themselves.
    public Optional<Subscriber> look(String token) {
        return jdbc.sql("select subscriber_id, login from recovery where token_hash = :hash and valid_until > :now")
                .param("hash", new Token(token).hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Subscriber(
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)), row.getString("login")))
                .optional()
                .filter(owner -> subscribers
                        .find(Login.of(owner.login()))
                        .filter(owner.id()::equals)
                        .isPresent());
    }

    /// Sets the password and undoes what a thief may have left behind: ends every session, forgets every device, takes
    /// off the passkeys of the last days and makes the person's other links worthless. The person is told.
    ///
    /// @param fresh one that the policy takes
    /// @return what became of the passkeys; nothing when the link is of no use, and then nothing has changed
    public Optional<KeyRing.Cleared> renew(String token, String fresh, Caller caller) {
        var owner = look(token);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        var hash = passwords.hash(fresh);
        return Objects.requireNonNull(
                transaction.execute(status -> renew(owner.get().id(), token, hash, caller)));
    }

    /// Forgets links that are too old; returns how many.
    int forgetOld() {
        return jdbc.sql("delete from recovery where valid_until <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void send(Login login) {
        var owner = subscribers.find(login);
        var token = Token.fit(login);
        jdbc.sql("""
                insert into recovery (token_hash, subscriber_id, login, valid_until)
                values (:hash, :subscriber, :login, :until)
                """)
                .param("hash", token.hash())
                .param("subscriber", owner.map(SubscriberId::value).orElseGet(UUID::randomUUID))
                .param("login", login.value())
                .param("until", Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        outbox.put(owner.isPresent() ? letters.recover(login, token.value()) : letters.nothingToRecover(login));
    }

    // The lock comes first: of two links of one person followed at once, one sets the password.
    private Optional<KeyRing.Cleared> renew(SubscriberId owner, String token, String hash, Caller caller) {
        if (!credentials.lock(owner) || !use(token)) {
            return Optional.empty();
        }
        credentials.replace(owner, hash);
        sessions.endAll(owner);
        devices.forgetAll(owner);
        var cleared = keys.clear(owner, clock.instant().minus(SUSPECT), caller);
        notices.tell(owner, contact -> letters.passwordRenewed(contact, cleared));
        audit.note(owner.value(), "subscribers.audit.recovered", caller);
        return Optional.of(cleared);
    }

    private boolean use(String token) {
        return jdbc.sql("delete from recovery where token_hash = :hash and valid_until > :now")
                        .param("hash", new Token(token).hash())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
