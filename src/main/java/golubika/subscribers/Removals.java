package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.site.PortalTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// «Удалить личный кабинет»: asked for, put off by the cooling-off, taken back. [RemoveCabinets] does it in the end.
@Component
public class Removals {

    /// So long the person may think better of it.
    public static final Duration COOLING_OFF = Duration.ofDays(14);

    private static final String WISH = "WISH";
    private static final String WITHDRAWAL = "WITHDRAWAL";

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Letters letters;
    private final AuditTrail audit;
    private final Clock clock;

    Removals(JdbcClient jdbc, Notices notices, Letters letters, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// That a cabinet is going to be deleted.
    ///
    /// @param day      on which it is
    /// @param unsigned the consent was withdrawn: only signing it once more keeps the cabinet
    public record Pending(LocalDate day, boolean unsigned) {}

    public Optional<Pending> pending(SubscriberId subscriber) {
        return jdbc.sql("""
                select removal_due_at, removal_reason from subscriber
                where subscriber_id = :subscriber and removal_due_at is not null
                """)
                .param("subscriber", subscriber.value())
                .query((row, number) -> new Pending(
                        day(row.getTimestamp("removal_due_at").toInstant()),
                        WITHDRAWAL.equals(row.getString("removal_reason"))))
                .optional();
    }

    /// The day on which a cabinet would be deleted that is asked for now.
    public LocalDate dayFromNow() {
        return day(due());
    }

    /// Begins the cooling-off and tells the person by mail. A second time changes nothing.
    @Transactional
    public void ask(Subscriber subscriber, Caller caller) {
        begin(subscriber, WISH, caller);
    }

    /// Keeps the cabinet; false when it is too late, or when the consent must be signed first.
    @Transactional
    public boolean keep(Subscriber subscriber, Caller caller) {
        return takeBack(subscriber, WISH, caller);
    }

    void afterWithdrawal(Subscriber subscriber, Caller caller) {
        begin(subscriber, WITHDRAWAL, caller);
        // Who had wished it before has the days that the consent promises all the same.
        jdbc.sql("""
                update subscriber
                set removal_reason = :reason, removal_due_at = :due, removal_told_at = null
                where subscriber_id = :subscriber and removal_begun_at is null
                """)
                .param("subscriber", subscriber.id().value())
                .param("reason", WITHDRAWAL)
                .param("due", Timestamp.from(due()))
                .update();
    }

    void takeBackWithdrawal(Subscriber subscriber, Caller caller) {
        takeBack(subscriber, WITHDRAWAL, caller);
    }

    static LocalDate day(Instant due) {
        return LocalDate.ofInstant(due, PortalTime.ZONE);
    }

    private Instant due() {
        return clock.instant().plus(COOLING_OFF);
    }

    private void begin(Subscriber subscriber, String reason, Caller caller) {
        var due = due();
        var begun = jdbc.sql("""
                update subscriber
                set removal_due_at = :due, removal_reason = :reason, removal_told_at = null
                where subscriber_id = :subscriber and confirmed_at is not null and removal_due_at is null
                """)
                .param("subscriber", subscriber.id().value())
                .param("due", Timestamp.from(due))
                .param("reason", reason)
                .update();
        if (begun == 1) {
            notices.mention(subscriber.id(), contact -> letters.removalAsked(contact, day(due)));
            audit.note(subscriber.id().value(), "subscribers.audit.removal-asked", caller);
        }
    }

    private boolean takeBack(Subscriber subscriber, String reason, Caller caller) {
        var kept = jdbc.sql("""
                update subscriber
                set removal_due_at = null, removal_reason = null, removal_told_at = null
                where subscriber_id = :subscriber and removal_reason = :reason and removal_begun_at is null
                """)
                .param("subscriber", subscriber.id().value())
                .param("reason", reason)
                .update();
        if (kept == 1) {
            audit.note(subscriber.id().value(), "subscribers.audit.removal-taken-back", caller);
        }
        return kept == 1;
    }
}
