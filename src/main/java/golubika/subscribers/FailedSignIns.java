package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells the owner of a cabinet of wrong passwords, in the trail alone: a letter for each would be a nuisance that
/// anybody could cause.
@Component
class FailedSignIns {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AuditTrail trail;
    private final Limits limits;

    FailedSignIns(JdbcClient jdbc, TransactionOperations transaction, AuditTrail trail, Limits limits) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trail = trail;
        this.limits = limits;
    }

    /// @param owner   of the login that was typed, if anybody has confirmed it
    /// @param guesses where the wrong password has been counted
    void note(Optional<SubscriberId> owner, Guesses guesses, Caller caller) {
        var usedUp = guesses.buckets().stream()
                .filter(bucket -> limits.wait(bucket.limit(), bucket.key()).isPositive())
                .count();
        transaction.executeWithoutResult(status -> {
            // Waiting for the disk would tell a stopwatch that the login is known; a power cut may cost us the note.
            jdbc.sql("set local synchronous_commit to off").update();
            owner.ifPresentOrElse(subscriber -> write(subscriber, usedUp > 0, caller), this::lookAtNothing);
        });
    }

    private void write(SubscriberId subscriber, boolean usedUp, Caller caller) {
        trail.note(subscriber.value(), "subscribers.audit.sign-in-failed", caller);
        if (usedUp) {
            trail.note(subscriber.value(), "subscribers.audit.sign-in-paused", caller);
        }
    }

    /// A login that nobody has costs the same ways to the database.
    private void lookAtNothing() {
        trail.of(SubscriberId.GONE.value(), 0, 1);
    }
}
