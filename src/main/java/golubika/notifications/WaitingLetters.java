package golubika.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The letters that are still to be sent. A letter is claimed, sent, and marked, each by itself: while the mail server
/// is spoken to, no row and no connection of ours is held.
@Component
class WaitingLetters {

    // Longer than any conversation with a mail server; a letter whose node died is tried again after it.
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final List<Duration> FIRST_WAITS =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));

    private static final String OUTDATED = "outdated before it could be sent";

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Takes the letter of a kind that has waited longest, for nobody else to take meanwhile. What is outdated on the
    /// way there is given up.
    Optional<Letter> claim(Message.Kind kind) {
        var now = clock.instant();
        var next = claim(kind, now);
        while (next.isPresent() && isOutdated(now, next.get())) {
            givenUp(next.get().id(), OUTDATED);
            next = claim(kind, now);
        }
        return next;
    }

    private Optional<Letter> claim(Message.Kind kind, Instant now) {
        return jdbc.sql("""
                update outbox_message m
                set tries = m.tries + 1, next_try_at = :until
                from (
                    select message_id from outbox_message
                    where sent_at is null and next_try_at <= :now and channel = :kind
                    order by next_try_at
                    limit 1
                    for update skip locked) due
                where m.message_id = due.message_id
                returning m.message_id, m.channel, m.recipient, m.subject, m.body, m.link, m.code,
                    m.good_until, m.reply_to, m.put_at, m.tries
                """)
                .param("kind", kind.name())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .query((row, n) -> letter(row))
                .optional();
    }

    void sent(UUID letter) {
        jdbc.sql("update outbox_message set sent_at = :now, failure = null where message_id = :id and sent_at is null")
                .param("id", letter)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Puts it off, ever longer; in the end it is given up.
    void failed(Letter letter, String reason) {
        var now = clock.instant();
        var wait = letter.tries() <= FIRST_WAITS.size() ? FIRST_WAITS.get(letter.tries() - 1) : LONGEST_WAIT;
        if (isTooLate(now.plus(wait), letter)) {
            givenUp(letter.id(), reason);
            return;
        }
        jdbc.sql("""
                update outbox_message set failure = :reason, next_try_at = :next
                where message_id = :id and sent_at is null
                """)
                .param("id", letter.id())
                .param("reason", reason)
                .param("next", Timestamp.from(now.plus(wait)))
                .update();
    }

    /// Puts it off until a moment at which it is tried anew, as if it had not been tried.
    void putOff(Letter letter, Instant until, String reason) {
        if (isTooLate(until, letter)) {
            givenUp(letter.id(), reason);
            return;
        }
        jdbc.sql("""
                update outbox_message set failure = :reason, next_try_at = :until, tries = tries - 1
                where message_id = :id and sent_at is null
                """)
                .param("id", letter.id())
                .param("reason", reason)
                .param("until", Timestamp.from(until))
                .update();
    }

    void givenUp(UUID letter, String reason) {
        jdbc.sql("""
                update outbox_message set failure = :reason, next_try_at = 'infinity'
                where message_id = :id and sent_at is null
                """).param("id", letter).param("reason", reason).update();
    }

    /// How many wait, and since when the first of them.
    Waiting waiting() {
        return jdbc.sql("""
                select count(*) as letters, min(put_at) as since
                from outbox_message
                where sent_at is null and next_try_at < 'infinity'
                """)
                .query((row, n) -> {
                    var since = row.getTimestamp("since");
                    return new Waiting(row.getLong("letters"), since == null ? clock.instant() : since.toInstant());
                })
                .single();
    }

    record Waiting(long letters, Instant since) {}

    /// How many SMS of those written since then have not reached their phones, as the other side tells.
    long undelivered(Instant since) {
        return jdbc.sql("select count(*) from outbox_message where undelivered is not null and put_at >= :since")
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /// Takes links and codes out of letters of a kind that were sent, or given up, before `moment`.
    int forgetSecrets(Message.Kind kind, Instant moment) {
        return jdbc.sql("""
                update outbox_message
                set body = replace(replace(body, coalesce(link, ''), '…'), coalesce(code, ''), '…'),
                    link = null, code = null
                where channel = :kind and (link is not null or code is not null)
                  and (sent_at < :moment or next_try_at = 'infinity' and put_at < :moment)
                """)
                .param("kind", kind.name())
                .param("moment", Timestamp.from(moment))
                .update();
    }

    /// Forgets whatever was written before `moment`, sent or not.
    int forget(Instant moment) {
        return jdbc.sql("delete from outbox_message where put_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    // A letter is still of use after days; an SMS speaks of this very hour.
    private static boolean isTooLate(Instant next, Letter letter) {
        var patience = switch (letter.message().kind()) {
            case MAIL -> Duration.ofDays(3);
            case SMS -> Duration.ofHours(12);
        };
        return next.isAfter(letter.putAt().plus(patience)) || isOutdated(next, letter);
    }

    private static boolean isOutdated(Instant moment, Letter letter) {
        var goodUntil = letter.message().goodUntil();
        return goodUntil != null && !moment.isBefore(goodUntil);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        var goodUntil = row.getTimestamp("good_until");
        var message = new Message(
                Message.Kind.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getString("code"),
                goodUntil == null ? null : goodUntil.toInstant(),
                row.getString("reply_to"));
        return new Letter(
                row.getObject("message_id", UUID.class),
                message,
                row.getTimestamp("put_at").toInstant(),
                row.getInt("tries"));
    }
}
