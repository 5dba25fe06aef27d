package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.LETTER_BY_ADDRESS;
import static golubika.subscribers.EntranceLimits.LETTER_BY_NETWORK;
import static golubika.subscribers.EntranceLimits.REGISTRATION_BY_NETWORK;

import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// How a household gets a cabinet. Every attempt is a registration of its own with its own password; several may stand
/// side by side until one of them is confirmed by the mailed link. For a login that is taken the very same happens,
/// only the letter differs: nothing tells a stranger who is registered here.
@Component
public class Registrations {

    /// So many days the mailed link is good; then the unconfirmed cabinet is deleted.
    public static final int DAYS = 30;

    private static final ZoneId OUR_CLOCK = ZoneId.of("Europe/Moscow");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Cabinets cabinets;
    private final Passwords passwords;
    private final Confirmations confirmations;
    private final Unconfirmed unconfirmed;
    private final Signatures signatures;
    private final Limits limits;
    private final Clock clock;

    Registrations(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Cabinets cabinets,
            Passwords passwords,
            Confirmations confirmations,
            Unconfirmed unconfirmed,
            Signatures signatures,
            Limits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cabinets = cabinets;
        this.passwords = passwords;
        this.confirmations = confirmations;
        this.unconfirmed = unconfirmed;
        this.signatures = signatures;
        this.limits = limits;
        this.clock = clock;
    }

    /// What became of an attempt to register, or of a wish for another letter.
    public sealed interface Outcome {
        /// @param lastDay on which the mailed link is good
        /// @param secret  for the browser to keep: with it, the link needs no password
        record Begun(LocalDate lastDay, String secret) implements Outcome {
            @Override
            public String toString() {
                return "Begun";
            }
        }

        /// @param lastDay on which the mailed link is good
        record LetterSent(LocalDate lastDay) implements Outcome {}

        record TooManyFromNetwork() implements Outcome {}

        record TooManyLetters() implements Outcome {}

        /// The person has been confirmed meanwhile, or the cabinet is gone.
        record NotWaiting() implements Outcome {}
    }

    /// @param password one that the policy takes
    /// @param caller   who accepts the user agreement by registering
    public Outcome register(Login login, String password, Caller caller) {
        var network = Network.of(caller.network());
        if (!limits.take(REGISTRATION_BY_NETWORK, network.value())) {
            return new Outcome.TooManyFromNetwork();
        }
        if (!limits.take(LETTER_BY_ADDRESS, login.value())) {
            return new Outcome.TooManyLetters();
        }
        var subscriber = new SubscriberId(UUID.randomUUID());
        var lastDay = LocalDate.ofInstant(clock.instant(), OUR_CLOCK).plusDays(DAYS);
        var hash = passwords.hash(password);
        var browser = Token.fresh();
        transaction.executeWithoutResult(status -> {
            cabinets.add(new Cabinets.Cabinet(subscriber, login, hash, browser, clock.instant(), lastDay, null));
            signatures.add(new Subscriber(subscriber, login.value()), Document.AGREEMENT, caller);
            confirmations.send(subscriber, login, lastDay);
        });
        return new Outcome.Begun(lastDay, browser.value());
    }

    /// Sends the link once more: «Выслать ссылку». To another address than before, when the person has put a mistyped
    /// one right; links to the old one no longer work then.
    ///
    /// @param address network address of who is asking
    public Outcome sendLink(Subscriber subscriber, Login login, String address) {
        if (!limits.take(LETTER_BY_NETWORK, Network.of(address).value())) {
            return new Outcome.TooManyFromNetwork();
        }
        if (!limits.take(LETTER_BY_ADDRESS, login.value())) {
            return new Outcome.TooManyLetters();
        }
        return Objects.requireNonNull(transaction.execute(status -> sendLetter(subscriber, login)));
    }

    /// The last day of an unconfirmed cabinet, unless the cabinet is gone.
    public Optional<LocalDate> lastDay(SubscriberId subscriber) {
        return jdbc.sql("select confirm_by from subscriber where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(LocalDate.class)
                .optional();
    }

    private Outcome sendLetter(Subscriber subscriber, Login login) {
        var lastDay = holdsClaim(subscriber) ? lastDay(subscriber.id()) : Optional.<LocalDate>empty();
        if (lastDay.isEmpty()) {
            return new Outcome.NotWaiting();
        }
        if (!login.value().equals(subscriber.login())) {
            move(subscriber, login);
        }
        confirmations.send(subscriber.id(), login, lastDay.get());
        return new Outcome.LetterSent(lastDay.get());
    }

    /// Locks the claim to the login first of all, as confirming and deleting do: then none waits for another in a
    /// circle.
    private boolean holdsClaim(Subscriber subscriber) {
        return jdbc.sql("""
                select subscriber_id from login
                where login = :login and subscriber_id = :subscriber and not confirmed
                for update
                """)
                .param("login", subscriber.login())
                .param("subscriber", subscriber.id().value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private void move(Subscriber subscriber, Login login) {
        unconfirmed.forgetLinks(subscriber.id());
        jdbc.sql("delete from login where login = :login and subscriber_id = :subscriber and not confirmed")
                .param("login", subscriber.login())
                .param("subscriber", subscriber.id().value())
                .update();
        cabinets.claim(login, subscriber.id(), clock.instant(), false);
        jdbc.sql("update consent set login = :login where subscriber_id = :subscriber")
                .param("login", login.value())
                .param("subscriber", subscriber.id().value())
                .update();
        jdbc.sql("update subscriber set login = :login where subscriber_id = :subscriber and confirmed_at is null")
                .param("login", login.value())
                .param("subscriber", subscriber.id().value())
                .update();
    }
}
