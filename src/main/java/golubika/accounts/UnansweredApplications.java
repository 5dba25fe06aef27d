package golubika.accounts;

import golubika.accounts.PinApplication.State;
import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Ends PIN applications that nobody answers, and tells who has sent them: what was written there is not kept for ever.
@Component
class UnansweredApplications {

    /// So long one waits at most.
    static final Duration LONGEST = Duration.ofDays(60);

    private static final int ROUND = 500;

    private final JdbcClient jdbc;
    private final Links links;
    private final Notices notices;
    private final ApplicationLetters letters;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    UnansweredApplications(
            JdbcClient jdbc,
            Links links,
            Notices notices,
            ApplicationLetters letters,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Old(long accountId, UUID applicationId, int number, UUID subscriberId) {}

    void end() {
        old().forEach(one -> transaction.executeWithoutResult(status -> end(one)));
    }

    private List<Old> old() {
        return jdbc.sql("""
                select account_id, application_id, number, subscriber_id from pin_application
                where state = 'SENT' and sent_at <= :old
                order by sent_at
                limit :round
                """)
                .param("old", Timestamp.from(clock.instant().minus(LONGEST)))
                .param("round", ROUND)
                .query(Old.class)
                .list();
    }

    // It may have been answered at this moment.
    private void end(Old old) {
        var ended = jdbc.sql("""
                update pin_application set state = :ended, closed_at = :now
                where account_id = :account and application_id = :id and state = 'SENT'
                """)
                .param("ended", State.ENDED.name())
                .param("account", old.accountId)
                .param("id", old.applicationId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (ended == 0) {
            return;
        }
        var person = new SubscriberId(old.subscriberId);
        links.find(person, new AccountId(old.accountId)).ifPresent(link -> {
            notices.mention(person, letters.unanswered(link, old.number));
            trail.note(old.subscriberId, "accounts.audit.pin-unanswered", link.printedNumber(), Caller.PORTAL);
        });
    }
}
