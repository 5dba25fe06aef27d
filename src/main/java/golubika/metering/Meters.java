package golubika.metering;

import golubika.accounts.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The meters of an account, each with its newest readings.
@Component
public class Meters {

    private final JdbcClient jdbc;
    private final Clock clock;

    Meters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Meters in use, in a steady order; removed ones are left out.
    public List<Meter> of(Link link) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        var period = ReadingPeriod.on(today, link.supplier());
        var sent = readings(link, today.minusMonths(3)); // what is older, the meter's own register knows
        return jdbc.sql("""
                select meter_id, serial, model, digits, verified, valid_to, temperature_corrected, status,
                       first_value, installed, as_of, last_date, last_value,
                       row_number() over (order by meter_id) as number
                from meter
                where account_id = :account and status <> 'REMOVED'
                order by meter_id
                """)
                .param("account", link.account().value())
                .query((row, n) -> meter(row, sent, period, link))
                .list();
    }

    public Optional<Meter> find(Link link, String meterId) {
        return of(link).stream().filter(meter -> meter.id().equals(meterId)).findFirst();
    }

    /// The readings of the last two years that were not replaced, newest first.
    public List<Reading> readings(Link link) {
        return readings(
                link,
                LocalDate.ofInstant(clock.instant(), link.supplier().timeZone()).minusMonths(25));
    }

    private List<Reading> readings(Link link, LocalDate since) {
        return jdbc.sql("""
                select reading_id, meter_id, read_on, value, source, state, reason
                from reading
                where account_id = :account and read_on >= :since and state <> 'REPLACED'
                order by read_on desc, received_at desc
                """)
                .param("account", link.account().value())
                .param(
                        "since",
                        LocalDate.ofInstant(clock.instant(), link.supplier().timeZone())
                                .minusMonths(25))
                .query((row, n) -> reading(row))
                .list();
    }

    static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("reading_id"),
                row.getString("meter_id"),
                row.getObject("read_on", LocalDate.class),
                row.getLong("value"),
                Reading.Source.valueOf(row.getString("source")),
                Reading.State.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    private static Meter meter(ResultSet row, List<Reading> sent, ReadingPeriod period, Link link) throws SQLException {
        var id = row.getString("meter_id");
        var billed = billed(row, id);
        var counting = sent.stream()
                .filter(reading -> reading.meterId().equals(id) && reading.state() != Reading.State.REFUSED)
                .toList();
        var begin = begin(row, id);
        var last = orElse(newer(billed, counting.stream().findFirst().orElse(null)), begin);
        var sentBefore = newer(
                billed,
                counting.stream()
                        .filter(reading ->
                                reading.state() != Reading.State.SENT || !period.holds(reading.day(), link.supplier()))
                        .findFirst()
                        .orElse(null));
        var previous = orElse(sentBefore, begin);
        return new Meter(
                id,
                row.getInt("number"),
                row.getString("serial"),
                row.getString("model"),
                row.getInt("digits"),
                row.getObject("verified", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("temperature_corrected"),
                Meter.Status.valueOf(row.getString("status")),
                last,
                previous);
    }

    /// The value that the meter's own register states: the last billed one, or what it showed when it was put in.
    private static @Nullable Reading billed(ResultSet row, String meter) throws SQLException {
        var lastDay = row.getObject("last_date", LocalDate.class);
        var lastValue = row.getObject("last_value", Long.class);
        if (lastDay != null && lastValue != null) {
            return stated(meter, lastDay, lastValue);
        }
        var installed = row.getObject("installed", LocalDate.class);
        return installed == null ? null : stated(meter, installed, row.getLong("first_value"));
    }

    /// What the meter began with on a day that nobody stated: counted from the register that told of it, and only while
    /// nothing else is known, for that day moves on with every register.
    private static @Nullable Reading begin(ResultSet row, String meter) throws SQLException {
        var value = row.getLong("first_value");
        return value == 0 ? null : stated(meter, row.getObject("as_of", LocalDate.class), value);
    }

    private static Reading stated(String meter, LocalDate day, long value) {
        return new Reading(null, meter, day, value, Reading.Source.OPERATOR, Reading.State.ACCEPTED, null);
    }

    private static @Nullable Reading orElse(@Nullable Reading known, @Nullable Reading begin) {
        return known == null ? begin : known;
    }

    // On the same day the person's own reading is the newer news.
    private static @Nullable Reading newer(@Nullable Reading billed, @Nullable Reading sent) {
        if (billed == null || sent == null) {
            return billed == null ? sent : billed;
        }
        return billed.day().isAfter(sent.day()) ? billed : sent;
    }
}
