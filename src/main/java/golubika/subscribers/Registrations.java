package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.REGISTRATION_BY_NETWORK;

import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.site.PortalTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// How a household gets a cabinet. Every attempt is a registration of its own with its own password; several may
/// stand side by side until one of them is confirmed by the mailed link, or by the code or link of an SMS. For a
/// login that is taken the very same happens, only the message differs: nothing tells a stranger who is registered
/// here.
@Component
public class Registrations {

    /// So many days the link is good; then the unconfirmed cabinet is deleted.
    public static final int DAYS = 30;

    private final TransactionOperations transaction;
    private final Cabinets cabinets;
    private final Passwords passwords;
    private final Confirmations confirmations;
    private final Signatures signatures;
    private final Postage postage;
    private final Limits limits;
    private final Clock clock;

    Registrations(
            TransactionOperations transaction,
            Cabinets cabinets,
            Passwords passwords,
            Confirmations confirmations,
            Signatures signatures,
            Postage postage,
            Limits limits,
            Clock clock) {
        this.transaction = transaction;
        this.cabinets = cabinets;
        this.passwords = passwords;
        this.confirmations = confirmations;
        this.signatures = signatures;
        this.postage = postage;
        this.limits = limits;
        this.clock = clock;
    }

    /// What became of an attempt to register.
    public sealed interface Outcome {
        /// @param lastDay on which the link is good
        /// @param secret  for the browser to keep: with it, the link needs no password
        record Begun(Subscriber attempt, LocalDate lastDay, String secret) implements Outcome {
            @Override
            public String toString() {
                return "Begun";
            }
        }

        record NotSent(Postage.Refusal refusal) implements Outcome {}
    }

    /// @param password one that the policy takes
    /// @param caller   who accepts the user agreement by registering
    public Outcome register(Login login, String password, Caller caller) {
        var taken = new Taken(limits);
        if (!taken.take(REGISTRATION_BY_NETWORK, Network.of(caller.network()).value())) {
            return new Outcome.NotSent(new Postage.Refusal.TooManyFromNetwork());
        }
        // Before the postage: whoever is turned away at this queue has sent nothing.
        var hash = taken.judge(() -> passwords.hash(password));
        var refusal = postage.take(taken, login, caller.network());
        if (refusal.isPresent()) {
            return new Outcome.NotSent(refusal.get());
        }
        var subscriber = new SubscriberId(UUID.randomUUID());
        var lastDay = LocalDate.ofInstant(clock.instant(), PortalTime.ZONE).plusDays(DAYS);
        var browser = Token.fresh();
        transaction.executeWithoutResult(status -> {
            cabinets.add(new Cabinets.Cabinet(subscriber, login, hash, browser, clock.instant(), lastDay, null));
            signatures.add(new Subscriber(subscriber, login.value()), Document.AGREEMENT, caller);
            confirmations.send(subscriber, login, lastDay);
        });
        return new Outcome.Begun(new Subscriber(subscriber, login.value()), lastDay, browser.value());
    }
}
