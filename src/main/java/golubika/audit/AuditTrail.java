package golubika.audit;

import golubika.site.Texts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The trail of security events of each person, newest first. It only grows: what is two years old goes, and all of it
/// with the cabinet. No secrets are written, no passwords, codes or whole addresses of others.
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /// What happened once.
    ///
    /// @param kind   key of its sentence in the catalogue
    /// @param detail fills the sentence's `{0}`; empty when it has none
    public record Entry(String kind, String detail, Instant at, Caller caller) {}

    /// Notes what happened, in the caller's transaction if there is one.
    ///
    /// @param subscriber whose cabinet; it must be there already
    /// @param kind       key of a sentence in the writing module's own catalogue: `subscribers.audit.sign-in`
    public void note(UUID subscriber, String kind, Caller caller) {
        note(subscriber, kind, "", caller);
    }

    /// @param detail fills the sentence's `{0}`: the name of a passkey, a masked login; never a secret
    public void note(UUID subscriber, String kind, String detail, Caller caller) {
        texts.of(kind, detail); // an event without words is a bug of whoever writes it, not of who reads it later
        jdbc.sql("""
                insert into audit_event (subscriber_id, happened_at, event_id, kind, detail, address, device)
                values (:subscriber, :now, :id, :kind, :detail, :address, :device)
                """)
                .param("subscriber", subscriber)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("detail", detail)
                .param("address", caller.address())
                .param("device", caller.device())
                .update();
    }

    /// Some of a person's entries, the newest first.
    ///
    /// @param skipped how many newer ones to leave out
    public List<Entry> of(UUID subscriber, int skipped, int count) {
        return jdbc.sql("""
                select kind, detail, happened_at, address, device
                from audit_event
                where subscriber_id = :subscriber
                order by happened_at desc, event_id desc
                offset :skipped limit :count
                """)
                .param("subscriber", subscriber)
                .param("skipped", skipped)
                .param("count", count)
                .query((row, number) -> new Entry(
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getTimestamp("happened_at").toInstant(),
                        caller(row.getString("address"), row.getString("device"))))
                .list();
    }

    private static Caller caller(@Nullable String address, @Nullable String device) {
        return new Caller(address, device);
    }

    /// Forgets what happened before `moment`; returns how much that was.
    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from audit_event where happened_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
