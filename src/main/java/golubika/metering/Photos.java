package golubika.metering;

import golubika.accounts.Link;
import golubika.database.Ask;
import golubika.subscribers.SubscriberId;
import golubika.values.BillingMonth;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pictures of meters (D6): of each meter, month and sender the newest. With the full version one sees all of them,
/// without
/// it one's own.
@Component
public class Photos {

    /// Long enough for a dispute about a year's charges.
    static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Clock clock;

    Photos(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Keeps the picture of a meter with its reading of a month, in place of an earlier one of the same person.
    ///
    /// @param jpeg one of our own making
    public void keep(SubscriberId by, Link link, String meter, BillingMonth month, byte[] jpeg) {
        jdbc.sql("""
                insert into meter_photo (account_id, meter_id, month, photo_id, image, subscriber_id, received_at)
                values (:account, :meter, :month, :photo, :image, :subscriber, :now)
                on conflict (account_id, meter_id, month, subscriber_id) do update
                set photo_id = excluded.photo_id, image = excluded.image, received_at = excluded.received_at
                """)
                .param("account", link.account().value())
                .param("meter", meter)
                .param("month", month.firstDay())
                .param("photo", UUID.randomUUID())
                .param("image", jpeg)
                .param("subscriber", by.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Which pictures there are for the eyes of this person.
    public Ask<List<Photo>> ask(Link link, SubscriberId subscriber) {
        return Ask.rows(
                """
                select photo_id, meter_id, month from meter_photo where account_id = ? and (? or subscriber_id = ?)
                order by received_at
                """,
                row -> new Photo(
                        row.getObject("photo_id", UUID.class),
                        row.getString("meter_id"),
                        BillingMonth.of(row.getObject("month", LocalDate.class))),
                link.account().value(),
                link.isFull(),
                subscriber.value());
    }

    /// The picture itself, a JPEG; empty for a picture that is not there or not for this person.
    public Optional<byte[]> find(Link link, SubscriberId subscriber, UUID photo) {
        return jdbc.sql("""
                select image from meter_photo
                where account_id = :account and photo_id = :photo and (:full or subscriber_id = :subscriber)
                """)
                .param("account", link.account().value())
                .param("photo", photo)
                .param("full", link.isFull())
                .param("subscriber", subscriber.value())
                .query(byte[].class)
                .optional();
    }

    /// Deletes what has been kept long enough; returns how much that was.
    int forgetOld() {
        return jdbc.sql("delete from meter_photo where received_at < :moment")
                .param("moment", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
