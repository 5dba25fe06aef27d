package golubika.notifications.sms;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whether an SMS has reached its phone, as the other side tells: noted at the message in the outbox.
@Component
class Receipts {

    static final Duration KEPT = Duration.ofDays(7);

    private static final String DELIVERED = "DELIVRD";

    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The other side has taken a part of a message. Its receipt may have come already; what was told of another
    /// message under the same name counts no more, for names are used again.
    ///
    /// @param parts how many the message has
    @Transactional
    public void taken(UUID message, String part, int parts) {
        jdbc.sql("""
                insert into sms_part (part_id, message_id, parts, put_at) values (:part, :message, :parts, :now)
                on conflict (part_id) do update
                set message_id = excluded.message_id, parts = excluded.parts,
                    state = case when sms_part.message_id is null then sms_part.state end
                """)
                .param("part", part)
                .param("message", message)
                .param("parts", parts)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        note(part);
    }

    /// A receipt has come; of several for one part, the latest counts.
    ///
    /// @param state of SMPP 3.4: `DELIVRD`, `UNDELIV`, `EXPIRED`, `ACCEPTD` …
    @Transactional
    public void received(String part, String state) {
        jdbc.sql("""
                insert into sms_part (part_id, state, put_at) values (:part, :state, :now)
                on conflict (part_id) do update set state = excluded.state
                """)
                .param("part", part)
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        note(part);
    }

    /// Forgets parts of which nothing more will be heard; their number is returned.
    int forget(Instant before) {
        return jdbc.sql("delete from sms_part where put_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    // Delivered once all its parts are; a part that failed fails the whole. The message is locked first: of two
    // receipts
    // at once, the later must see what the earlier has told.
    private void note(String part) {
        jdbc.sql("""
                select message_id from outbox_message
                where message_id = (select message_id from sms_part where part_id = :part)
                for update
                """).param("part", part).query(UUID.class).optional();
        jdbc.sql("""
                update outbox_message m
                set delivered_at = case when told.delivered >= told.parts then cast(:now as timestamptz) end,
                    undelivered = told.failure
                from (
                    select message_id, max(parts) as parts,
                        count(*) filter (where state = :delivered) as delivered,
                        min(state) filter (where state in ('UNDELIV', 'EXPIRED', 'REJECTD', 'DELETED')) as failure
                    from sms_part
                    where message_id = (select message_id from sms_part where part_id = :part)
                    group by message_id) told
                where m.message_id = told.message_id
                """)
                .param("part", part)
                .param("delivered", DELIVERED)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
