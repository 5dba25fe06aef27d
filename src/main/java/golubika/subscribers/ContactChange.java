package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.CODE_BY_NETWORK;

import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Confirming a new e-mail or phone by the code or link that went to it, in a session of who wanted it: somebody else's
/// click on a link adds no contact to anything.
@Component
public class ContactChange {

    private final TransactionOperations transaction;
    private final WantedContacts wanted;
    private final OwnContacts own;
    private final Codes codes;
    private final OwnPassword password;
    private final Limits limits;

    ContactChange(
            TransactionOperations transaction,
            WantedContacts wanted,
            OwnContacts own,
            Codes codes,
            OwnPassword password,
            Limits limits) {
        this.transaction = transaction;
        this.wanted = wanted;
        this.own = own;
        this.codes = codes;
        this.password = password;
        this.limits = limits;
    }

    /// Who acts, and from where.
    ///
    /// @param session id of the session that goes on, should the others end
    public record Actor(SubscriberId subscriber, String session, Caller caller) {}

    /// What became of it.
    public sealed interface Outcome {
        /// @param login of the person from now on
        /// @param done  the contact that was confirmed or removed
        record Changed(Login login, Login done) implements Outcome {}

        /// @param left tries that remain
        record Wrong(int left) implements Outcome {}

        /// Code or link is too old, or nothing is wanted.
        record Outdated() implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Duration pause) implements Outcome {}

        record WrongPassword() implements Outcome {}

        /// Another cabinet has confirmed this contact meanwhile.
        record Taken() implements Outcome {}
    }

    /// @param digits six of them
    public Outcome byCode(Actor actor, String digits) {
        var network = Network.of(actor.caller.network()).value();
        if (!limits.take(CODE_BY_NETWORK, network)) {
            return new Outcome.TooOften(limits.wait(CODE_BY_NETWORK, network));
        }
        var waiting = wanted.find(actor.subscriber);
        if (waiting.isEmpty()) {
            return new Outcome.Outdated();
        }
        return switch (codes.check(waiting.get().change(), digits)) {
            case Codes.Check.Wrong(var left) -> new Outcome.Wrong(left);
            case Codes.Check.Outdated _ -> new Outcome.Outdated();
            case Codes.Check.Right _ -> {
                limits.giveBack(CODE_BY_NETWORK, network);
                yield confirm(actor, waiting.get());
            }
        };
    }

    /// The contact that a link would confirm for this person.
    public Optional<Login> look(SubscriberId subscriber, String token) {
        return find(subscriber, token).map(WantedContacts.Wanted::login);
    }

    public Outcome byLink(Actor actor, String token) {
        return find(actor.subscriber, token)
                .map(waiting -> confirm(actor, waiting))
                .orElseGet(Outcome.Outdated::new);
    }

    /// Gives up one of two contacts, as when a phone has got another owner. The last one stays.
    public Outcome remove(Actor actor, Login.Kind kind, String typedPassword) {
        return switch (password.check(actor.subscriber, typedPassword)) {
            case WRONG -> new Outcome.WrongPassword();
            case TOO_OFTEN -> new Outcome.TooOften(password.pause(actor.subscriber));
            case RIGHT -> Objects.requireNonNull(transaction.execute(status -> own.remove(actor, kind)));
        };
    }

    private Optional<WantedContacts.Wanted> find(SubscriberId subscriber, String token) {
        return wanted.find(subscriber)
                .filter(waiting -> MessageDigest.isEqual(waiting.tokenHash(), new Token(token).hash()));
    }

    // Of two cabinets that confirm one contact at once, the database lets the first.
    private Outcome confirm(Actor actor, WantedContacts.Wanted waiting) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> own.take(actor, waiting.login())));
        } catch (DuplicateKeyException e) {
            return new Outcome.Taken();
        }
    }
}
