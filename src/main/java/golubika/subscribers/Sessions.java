package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where a person is signed in. Spring Session writes these rows; we end them in the transaction of what ends them.
@Component
public class Sessions {

    private final JdbcClient jdbc;
    private final SessionDevices devices;
    private final AuditTrail trail;
    private final Clock clock;

    Sessions(JdbcClient jdbc, SessionDevices devices, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param handle   names it in forms; it is good for nothing else
    /// @param from     where it was begun
    /// @param lastSeen to the minute
    /// @param current  whether it is the one that asks
    public record Session(String handle, Caller from, Instant lastSeen, boolean current) {}

    private record Live(String sessionId, long lastAccessTime) {}

    /// The sessions that go on: the asking one first, then the latest seen.
    ///
    /// @param current id of the session that asks
    public List<Session> of(SubscriberId subscriber, String current) {
        var callers = devices.of(subscriber);
        return live(subscriber).stream()
                .map(live -> new Session(
                        SessionDevices.handle(live.sessionId),
                        callers.getOrDefault(SessionDevices.handle(live.sessionId), Caller.PORTAL),
                        Instant.ofEpochMilli(live.lastAccessTime),
                        live.sessionId.equals(current)))
                .sorted(Comparator.comparing(Session::current)
                        .thenComparing(Session::lastSeen)
                        .reversed())
                .toList();
    }

    /// Ends one session of the person and forgets its device. One that is over already stays so.
    @Transactional
    public void end(SubscriberId subscriber, String handle, Caller caller) {
        live(subscriber).stream()
                .map(Live::sessionId)
                .filter(session -> SessionDevices.handle(session).equals(handle))
                .forEach(session -> {
                    jdbc.sql("delete from spring_session where principal_name = :subscriber and session_id = :session")
                            .param("subscriber", subscriber.toString())
                            .param("session", session)
                            .update();
                    devices.forget(subscriber, session);
                    trail.note(subscriber.value(), "subscribers.audit.session-ended", caller);
                });
    }

    /// Ends all sessions but the one that asks for it.
    @Transactional
    public void endOthers(SubscriberId subscriber, String kept, Caller caller) {
        endOthers(subscriber, kept);
        trail.note(subscriber.value(), "subscribers.audit.sessions-ended", caller);
    }

    /// Ends all sessions; the devices stay known.
    void endAll(SubscriberId subscriber) {
        jdbc.sql("delete from spring_session where principal_name = :subscriber")
                .param("subscriber", subscriber.toString())
                .update();
        devices.forgetSessions(subscriber);
    }

    /// Ends all sessions but one, and forgets their devices: whoever comes back from there is news again.
    ///
    /// @param kept id of the session that goes on
    void endOthers(SubscriberId subscriber, String kept) {
        jdbc.sql("delete from spring_session where principal_name = :subscriber and session_id <> :kept")
                .param("subscriber", subscriber.toString())
                .param("kept", kept)
                .update();
        devices.forgetOthers(subscriber, kept);
    }

    /// Notes from where a session has been begun, and tidies away the notes of those that are over.
    ///
    /// @param device hash of the known device's secret, if there is one
    void begun(SubscriberId subscriber, String session, byte @Nullable [] device, Caller caller) {
        devices.forgetEnded(
                subscriber, live(subscriber).stream().map(Live::sessionId).toList());
        devices.begun(subscriber, session, device, caller);
    }

    private List<Live> live(SubscriberId subscriber) {
        return jdbc.sql("""
                select session_id, last_access_time from spring_session
                where principal_name = :subscriber and expiry_time > :now
                """)
                .param("subscriber", subscriber.toString())
                .param("now", clock.millis())
                .query(Live.class)
                .list();
    }
}
