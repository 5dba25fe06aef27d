package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.subscribers.SubscriberId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Opens the full version of an account to a subscriber who proves that it is theirs. Guesses are limited per person
/// and account, so that a stranger's failures slow the stranger alone (`domain` 1.5), and per network, for one person
/// may have many cabinets.
@Component
public class OpenFull {

    private final JdbcClient jdbc;
    private final List<Proof> proofs;
    private final Limits limits;
    private final TransactionOperations transaction;
    private final AuditTrail trail;

    OpenFull(JdbcClient jdbc, List<Proof> proofs, Limits limits, TransactionOperations transaction, AuditTrail trail) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.limits = limits;
        this.transaction = transaction;
        this.trail = trail;
    }

    /// What became of it.
    public sealed interface Outcome {
        record Opened() implements Outcome {}

        record Empty() implements Outcome {}

        record Wrong() implements Outcome {}

        /// All guesses for now are used up, whether this one is right or not.
        record TooMany() implements Outcome {}

        /// The supplier does not offer this way.
        record NotOffered() implements Outcome {}
    }

    /// @param kind the way that was chosen, as `Proof.kind` names it
    public Outcome open(SubscriberId subscriber, Link link, String kind, String typed, Caller caller) {
        var proof = proofs.stream()
                .filter(way -> way.kind().equals(kind) && way.isOffered(link))
                .findFirst();
        if (proof.isEmpty()) {
            return new Outcome.NotOffered();
        }
        if (typed.isBlank()) {
            return new Outcome.Empty();
        }
        var guesser = subscriber + ":" + link.account();
        if (!limits.take(AccountLimits.PROVING, guesser)) {
            return new Outcome.TooMany();
        }
        var network = Network.of(caller.network()).value();
        if (!limits.take(AccountLimits.PROVING_BY_NETWORK, network)) {
            limits.giveBack(AccountLimits.PROVING, guesser);
            return new Outcome.TooMany();
        }
        if (!proof.get().proves(link.account(), typed)) {
            return new Outcome.Wrong();
        }
        limits.clear(AccountLimits.PROVING, guesser);
        limits.giveBack(AccountLimits.PROVING_BY_NETWORK, network);
        transaction.executeWithoutResult(status -> {
            raise(subscriber, link.account());
            trail.note(subscriber.value(), "accounts.audit.full", link.printedNumber(), caller);
        });
        return new Outcome.Opened();
    }

    private void raise(SubscriberId subscriber, AccountId account) {
        jdbc.sql("""
                update account_link set level = 'FULL'
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .update();
        jdbc.sql("""
                update account_subscriber set level = 'FULL'
                where account_id = :account and subscriber_id = :subscriber
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .update();
    }
}
