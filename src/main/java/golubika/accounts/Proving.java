package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Judges whether an account is somebody's own. Guesses are limited by person and account, so that a stranger's
/// failures slow the stranger alone (`domain` 1.5), by network, for one person may have many cabinets, and by account,
/// for a crowd may have many networks. A PIN of six digits that was issued to one person alone is nothing that a crowd
/// can guess: it has tries of its own, which no guess at the bill's PIN uses up. Failures are reported to those who
/// have shown already that the account is
/// theirs.
@Component
class Proving {

    /// So long after connecting a person is counted apart from the newcomers: whoever wants to guess from many cabinets
    /// has to show them all to the holders first, and a crowd of fresh ones keeps out nobody who was there before.
    static final Duration NEWCOMER = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final List<Proof> proofs;
    private final PinApplicationRows applications;
    private final Limits limits;
    private final TransactionOperations transaction;
    private final Holders holders;
    private final Notices notices;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final Clock clock;

    Proving(
            JdbcClient jdbc,
            List<Proof> proofs,
            PinApplicationRows applications,
            Limits limits,
            TransactionOperations transaction,
            Holders holders,
            Notices notices,
            AccountLetters letters,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.applications = applications;
        this.limits = limits;
        this.transaction = transaction;
        this.holders = holders;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param kind the way that was chosen, as `Proof.kind` names it
    Verdict judge(SubscriberId subscriber, Link link, String kind, String typed, Caller caller) {
        var proof = proofs.stream()
                .filter(way -> way.kind().equals(kind) && way.isOffered(link))
                .findFirst();
        if (proof.isEmpty()) {
            return Verdict.NOT_OFFERED;
        }
        if (typed.isBlank()) {
            return Verdict.EMPTY;
        }
        if (kind.equals(PinProof.KIND) && isIssued(subscriber, link.account(), PinProof.plain(typed))) {
            return Verdict.RIGHT;
        }
        var guesser = new Bucket(AccountLimits.PROVING, subscriber + ":" + link.account());
        var taken = new Taken(limits);
        var refused = taken.takeEach(List.of(
                guesser,
                new Bucket(
                        AccountLimits.PROVING_BY_NETWORK,
                        Network.of(caller.network()).value()),
                new Bucket(AccountLimits.PROVING_BY_ACCOUNT, link.account() + ":" + kind + crowd(subscriber, link))));
        if (refused.isPresent()) {
            return refused.get().equals(guesser) ? Verdict.TOO_MANY : Verdict.CROWDED;
        }
        if (!taken.judge(() -> proof.get().proves(subscriber, link.account(), typed))) {
            report(subscriber, link);
            return Verdict.WRONG;
        }
        taken.giveBack();
        limits.clear(guesser.limit(), guesser.key());
        return Verdict.RIGHT;
    }

    private boolean isIssued(SubscriberId subscriber, AccountId account, String pin) {
        return applications
                .issuedTo(subscriber, account)
                .filter(application -> limits.take(AccountLimits.PROVING_ISSUED, application.toString()))
                .filter(_ -> applications.isIssued(subscriber, account, pin))
                .isPresent();
    }

    private String crowd(SubscriberId subscriber, Link link) {
        var known = jdbc.sql("""
                select linked_at <= :before from account_link
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", link.account().value())
                .param("before", Timestamp.from(clock.instant().minus(NEWCOMER)))
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return known ? ":known" : ":new";
    }

    // Without saying who: it may be a wrong digit of one's own family, and a stranger must not learn who else is there.
    private void report(SubscriberId guesser, Link link) {
        var owners = holders.ownersBut(link.account(), guesser);
        if (owners.isEmpty()
                || !limits.take(AccountLimits.GUESSES_TOLD, link.account().toString())) {
            return;
        }
        transaction.executeWithoutResult(status -> owners.forEach(owner -> {
            notices.mention(owner, letters.about("guessed", link));
            trail.note(owner.value(), "accounts.audit.guessed", link.printedNumber(), Caller.PORTAL);
        }));
    }
}
