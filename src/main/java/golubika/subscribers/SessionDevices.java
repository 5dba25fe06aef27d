package golubika.subscribers;

import golubika.audit.Caller;
import golubika.values.Sha256;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What we know of a session beside what every page reads: from where it was begun, and when the person last showed
/// who they are. Kept by the hash of the session's id, which is a secret.
@Component
public class SessionDevices {

    private static final Duration LATELY = Duration.ofMinutes(10);

    // A session is stored a moment after it has begun, so a young note without one is no orphan.
    private static final Duration YOUNG = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whether the person has shown in the last ten minutes of this session who they are: only then they may do what
    /// an open screen should not let others do.
    public boolean provedLately(SubscriberId subscriber, String session) {
        return jdbc.sql("""
                select exists (
                    select from session_device
                    where subscriber_id = :subscriber and session_hash = :session and proved_at > :since)
                """)
                .param("subscriber", subscriber.value())
                .param("session", Sha256.of(session))
                .param("since", Timestamp.from(clock.instant().minus(LATELY)))
                .query(Boolean.class)
                .single();
    }

    /// The person has shown in this session once more who they are.
    public void proved(SubscriberId subscriber, String session) {
        jdbc.sql("""
                update session_device set proved_at = :now
                where subscriber_id = :subscriber and session_hash = :session
                """)
                .param("subscriber", subscriber.value())
                .param("session", Sha256.of(session))
                .param("now", now())
                .update();
    }

    /// A session goes on under another id.
    public void renamed(SubscriberId subscriber, String former, String present) {
        jdbc.sql("""
                update session_device set session_hash = :present
                where subscriber_id = :subscriber and session_hash = :former
                """)
                .param("subscriber", subscriber.value())
                .param("former", Sha256.of(former))
                .param("present", Sha256.of(present))
                .update();
    }

    /// What names a session to its owner without being good for anything else.
    static String handle(String session) {
        return HexFormat.of().formatHex(Sha256.of(session));
    }

    /// From where each session was begun, by its handle.
    Map<String, Caller> of(SubscriberId subscriber) {
        var begun = new HashMap<String, Caller>();
        jdbc.sql("select session_hash, address, device from session_device where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(row -> {
                    begun.put(
                            HexFormat.of().formatHex(row.getBytes("session_hash")),
                            new Caller(row.getString("address"), row.getString("device")));
                });
        return begun;
    }

    void begun(SubscriberId subscriber, String session, byte @Nullable [] device, Caller caller) {
        jdbc.sql("""
                insert into session_device
                    (subscriber_id, session_hash, device_hash, device, address, begun_at, proved_at)
                values (:subscriber, :session, :deviceHash, :device, :address, :now, :now)
                """)
                .param("subscriber", subscriber.value())
                .param("session", Sha256.of(session))
                .param("deviceHash", device, Types.BINARY)
                .param("device", caller.device())
                .param("address", caller.address())
                .param("now", now())
                .update();
    }

    /// The device of a session that had none while the cabinet was unconfirmed.
    void known(SubscriberId subscriber, String session, byte[] device) {
        jdbc.sql("""
                update session_device set device_hash = :device
                where subscriber_id = :subscriber and session_hash = :session
                """)
                .param("subscriber", subscriber.value())
                .param("session", Sha256.of(session))
                .param("device", device)
                .update();
    }

    /// Forgets a session and makes its device unknown.
    void forget(SubscriberId subscriber, String session) {
        jdbc.sql("""
                delete from known_device
                where subscriber_id = :subscriber and device_hash in (
                    select device_hash from session_device
                    where subscriber_id = :subscriber and session_hash = :session)
                """)
                .param("subscriber", subscriber.value())
                .param("session", Sha256.of(session))
                .update();
        jdbc.sql("delete from session_device where subscriber_id = :subscriber and session_hash = :session")
                .param("subscriber", subscriber.value())
                .param("session", Sha256.of(session))
                .update();
    }

    /// Forgets all sessions but one, and makes all devices unknown but its own.
    void forgetOthers(SubscriberId subscriber, String kept) {
        jdbc.sql("delete from session_device where subscriber_id = :subscriber and session_hash <> :kept")
                .param("subscriber", subscriber.value())
                .param("kept", Sha256.of(kept))
                .update();
        jdbc.sql("""
                delete from known_device
                where subscriber_id = :subscriber and device_hash not in (
                    select device_hash from session_device
                    where subscriber_id = :subscriber and device_hash is not null)
                """).param("subscriber", subscriber.value()).update();
    }

    void forgetSessions(SubscriberId subscriber) {
        jdbc.sql("delete from session_device where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }

    /// @param live ids of the sessions that go on
    void forgetEnded(SubscriberId subscriber, List<String> live) {
        jdbc.sql("""
                delete from session_device
                where subscriber_id = :subscriber and begun_at < :old and session_hash <> all (:live)
                """)
                .param("subscriber", subscriber.value())
                .param("old", Timestamp.from(clock.instant().minus(YOUNG)))
                .param("live", live.stream().map(Sha256::of).toArray(byte[][]::new))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
