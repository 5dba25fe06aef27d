package golubika.subscribers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The browsers that a person has come in with before: each keeps a secret for a year, we keep its hash. On a known
/// one nobody but its owner is guessing, so what strangers do elsewhere does not slow it down.
@Component
class KnownDevices {

    /// So long without coming in makes a browser unknown again.
    static final Duration KNOWN_FOR = Duration.ofDays(365);

    /// A person's browsers, and some to spare; of more, the one not seen for longest is forgotten.
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Hash of the secret that makes this browser known to the person.
    ///
    /// @param secrets all that the browser brings; it may be used by several people
    Optional<byte[]> recognise(SubscriberId subscriber, List<Token> secrets) {
        return secrets.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select device_hash from known_device
                        where subscriber_id = :subscriber and device_hash in (:hashes) and known_until > :now
                        order by known_until desc
                        limit 1
                        """)
                        .param("subscriber", subscriber.value())
                        .param("hashes", secrets.stream().map(Token::hash).toList())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(byte[].class)
                        .optional();
    }

    void renew(SubscriberId subscriber, byte[] device) {
        jdbc.sql("""
                update known_device set known_until = :until
                where subscriber_id = :subscriber and device_hash = :device
                """)
                .param("subscriber", subscriber.value())
                .param("device", device)
                .param("until", until())
                .update();
    }

    /// Makes a browser known, and forgets those that have not been seen for a year or are too many.
    void add(SubscriberId subscriber, byte[] device) {
        jdbc.sql("delete from known_device where subscriber_id = :subscriber and known_until <= :now")
                .param("subscriber", subscriber.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                delete from known_device
                where subscriber_id = :subscriber and device_hash in (
                    select device_hash from known_device
                    where subscriber_id = :subscriber
                    order by known_until desc, device_hash
                    offset :others)
                """)
                .param("subscriber", subscriber.value())
                .param("others", MOST - 1)
                .update();
        jdbc.sql("""
                insert into known_device (subscriber_id, device_hash, known_until)
                values (:subscriber, :device, :until)
                """)
                .param("subscriber", subscriber.value())
                .param("device", device)
                .param("until", until())
                .update();
    }

    /// Whether the person has come in before, be it long ago.
    boolean any(SubscriberId subscriber) {
        return jdbc.sql("""
                select exists (select from known_device where subscriber_id = :subscriber)
                    or exists (select from session_device where subscriber_id = :subscriber)
                """)
                .param("subscriber", subscriber.value())
                .query(Boolean.class)
                .single();
    }

    private Timestamp until() {
        return Timestamp.from(clock.instant().plus(KNOWN_FOR));
    }
}
