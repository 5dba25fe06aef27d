package golubika.subscribers;

import golubika.notifications.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Contacts that people want to have and have yet to confirm, one at a time. One that another cabinet owns gets no
/// code, only its owner a notice: whoever asks sees the same, does the same work, and waits in vain.
@Component
public class WantedContacts {

    /// So long the link of a message is good; its code only [Codes#GOOD_FOR].
    static final Duration GOOD_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final OwnPassword password;
    private final Contacts contacts;
    private final Subscribers subscribers;
    private final Codes codes;
    private final Postage postage;
    private final Outbox outbox;
    private final Letters letters;
    private final Clock clock;

    WantedContacts(
            JdbcClient jdbc,
            TransactionOperations transaction,
            OwnPassword password,
            Contacts contacts,
            Subscribers subscribers,
            Codes codes,
            Postage postage,
            Outbox outbox,
            Letters letters,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.password = password;
        this.contacts = contacts;
        this.subscribers = subscribers;
        this.codes = codes;
        this.postage = postage;
        this.outbox = outbox;
        this.letters = letters;
        this.clock = clock;
    }

    /// What became of asking.
    public sealed interface Asked {
        record Sent() implements Asked {}

        /// The person has this very contact.
        record OwnAlready() implements Asked {}

        record WrongPassword() implements Asked {}

        record TooOften() implements Asked {}

        record NotSent(Postage.Refusal refusal) implements Asked {}

        /// There is nothing to send once more.
        record NothingWanted() implements Asked {}
    }

    /// @param change the deed of its code
    record Wanted(UUID change, Login login, byte[] tokenHash) {}

    /// Sends a code and a link to a contact, in place of whatever was wanted before.
    ///
    /// @param typedPassword the person's own, once more
    /// @param address       network address of who is asking
    public Asked ask(SubscriberId subscriber, Login fresh, String typedPassword, String address) {
        return switch (password.check(subscriber, typedPassword)) {
            case WRONG -> new Asked.WrongPassword();
            case TOO_OFTEN -> new Asked.TooOften();
            case RIGHT ->
                contacts.of(subscriber).has(fresh) ? new Asked.OwnAlready() : send(subscriber, fresh, address);
        };
    }

    /// Sends another code and link to the contact that is wanted.
    public Asked again(SubscriberId subscriber, String address) {
        return find(subscriber)
                .map(wanted -> send(subscriber, wanted.login, address))
                .orElseGet(Asked.NothingWanted::new);
    }

    /// The contact that waits to be confirmed.
    public Optional<Login> of(SubscriberId subscriber) {
        return find(subscriber).map(Wanted::login);
    }

    public void cancel(SubscriberId subscriber) {
        transaction.executeWithoutResult(status -> forget(subscriber));
    }

    Optional<Wanted> find(SubscriberId subscriber) {
        return jdbc.sql("""
                select change_id, login, token_hash from contact_change
                where subscriber_id = :subscriber and valid_until > :now
                """)
                .param("subscriber", subscriber.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Wanted(
                        row.getObject("change_id", UUID.class),
                        Login.of(row.getString("login")),
                        row.getBytes("token_hash")))
                .optional();
    }

    /// Nothing is wanted any more; its code and link are worth nothing.
    void forget(SubscriberId subscriber) {
        jdbc.sql("delete from contact_change where subscriber_id = :subscriber returning change_id")
                .param("subscriber", subscriber.value())
                .query(UUID.class)
                .optional()
                .ifPresent(codes::forget);
    }

    int forgetOld() {
        return jdbc.sql("delete from contact_change where valid_until <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Asked send(SubscriberId subscriber, Login fresh, String address) {
        var refusal = postage.take(fresh, address);
        if (refusal.isPresent()) {
            return new Asked.NotSent(refusal.get());
        }
        transaction.executeWithoutResult(status -> send(subscriber, fresh));
        return new Asked.Sent();
    }

    private void send(SubscriberId subscriber, Login fresh) {
        forget(subscriber);
        var change = UUID.randomUUID();
        var token = Token.fit(fresh);
        jdbc.sql("""
                insert into contact_change as c (subscriber_id, change_id, login, token_hash, valid_until)
                values (:subscriber, :change, :login, :hash, :until)
                on conflict (subscriber_id) do update
                    set change_id = excluded.change_id, login = excluded.login, token_hash = excluded.token_hash,
                        valid_until = excluded.valid_until
                """)
                .param("subscriber", subscriber.value())
                .param("change", change)
                .param("login", fresh.value())
                .param("hash", token.hash())
                .param("until", Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        var code = codes.issue(change);
        var taken = subscribers.find(fresh).isPresent();
        outbox.put(taken ? letters.contactIsTaken(fresh) : letters.confirmContact(fresh, token, code));
    }
}
