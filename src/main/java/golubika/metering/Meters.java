package golubika.metering;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.subscribers.SubscriberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The meters of an account, each with its newest reading.
@Component
public class Meters {

    private final Trips trips;
    private final Clock clock;

    Meters(Trips trips, Clock clock) {
        this.trips = trips;
        this.clock = clock;
    }

    /// Meters in use, in a steady order; removed ones are left out.
    public List<Meter> of(Link link) {
        return trips.ask(ask(link));
    }

    /// As [#of], to be asked together with others.
    public Ask<List<Meter>> ask(Link link) {
        var period = ReadingPeriod.on(today(link), link.supplier());
        var meters = Ask.rows("""
                select meter_id, serial, model, digits, verified, valid_to, temperature_corrected, status,
                       first_value, installed, as_of, last_date, last_value,
                       row_number() over (order by meter_id) as number
                from meter
                where account_id = ? and status <> 'REMOVED'
                order by meter_id
                """, StatedMeter::of, link.account().value());
        return meters.and(
                askNewest(link),
                (stated, sent) ->
                        stated.stream().map(meter -> meter.with(sent, period)).toList());
    }

    public Optional<Meter> find(Link link, String meterId) {
        return of(link).stream().filter(meter -> meter.id().equals(meterId)).findFirst();
    }

    /// The readings of the last two years that were not replaced, newest first, of meters taken off as well: with the
    /// full version all of them, else those alone that the person has sent.
    public Ask<List<Reading>> askReadings(Link link, SubscriberId subscriber) {
        return Ask.rows(
                """
                select reading_id, meter_id, read_on, value, source, state, reason, subscriber_id, sender_level
                from reading
                where account_id = ? and read_on >= ? and state <> 'REPLACED' and (? or subscriber_id = ?)
                order by read_on desc, received_at desc
                limit 100
                """,
                Meters::reading,
                link.account().value(),
                today(link).minusMonths(25),
                link.isFull(),
                subscriber.value());
    }

    /// The readings of all meters from one day to another that count, newest first: for who may see a person's bill.
    public static Ask<List<Reading>> askReadings(AccountId account, LocalDate from, LocalDate to) {
        return Ask.rows("""
                select reading_id, meter_id, read_on, value, source, state, reason, subscriber_id, sender_level
                from reading
                where account_id = ? and read_on between ? and ? and state not in ('REPLACED', 'REFUSED')
                order by read_on desc, received_at desc
                """, Meters::reading, account.value(), from, to);
    }

    /// The meters that were taken off, each with the last value that the billing states of it.
    public static Ask<List<RemovedMeter>> askRemoved(Link link) {
        return Ask.rows("""
                select meter_id, serial, digits, last_date, last_value
                from meter
                where account_id = ? and status = 'REMOVED'
                order by last_date desc nulls last, meter_id
                """, RemovedMeter::of, link.account().value());
    }

    /// What was sent since the meter's own register states a value: what is older, that value already holds.
    private static Ask<List<Reading>> askNewest(Link link) {
        var account = link.account().value();
        return Ask.rows("""
                select r.reading_id, r.meter_id, r.read_on, r.value, r.source, r.state, r.reason, r.subscriber_id,
                       r.sender_level
                from reading r
                join meter m on m.account_id = ? and m.account_id = r.account_id and m.meter_id = r.meter_id
                where r.account_id = ? and r.state not in ('REPLACED', 'REFUSED')
                  and (m.last_value is null or m.last_date is null or r.read_on >= m.last_date)
                order by r.read_on desc, r.received_at desc
                """, Meters::reading, account, account);
    }

    private LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }

    static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("reading_id"),
                row.getString("meter_id"),
                row.getObject("read_on", LocalDate.class),
                row.getLong("value"),
                Reading.Source.valueOf(row.getString("source")),
                Reading.State.valueOf(row.getString("state")),
                row.getString("reason"),
                Sender.of(row));
    }
}
