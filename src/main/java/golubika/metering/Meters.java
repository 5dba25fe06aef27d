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
        var last = newer(billed, counting.stream().findFirst().orElse(null));
        var previous = newer(
                billed,
                counting.stream()
                        .filter(reading ->
                                reading.state() != Reading.State.SENT || !period.holds(reading.day(), link.supplier()))
                        .findFirst()
                        .orElse(null));
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
        var installed = row.getObject("installed", LocalDate.class);
        var day = lastDay != null ? lastDay : installed;
        var value = lastDay != null ? row.getLong("last_value") : row.getLong("first_value");
        return day == null
                ? null
                : new Reading(null, meter, day, value, Reading.Source.OPERATOR, Reading.State.ACCEPTED, null);
    }

    // On the same day the person's own reading is the newer news.
    private static @Nullable Reading newer(@Nullable Reading billed, @Nullable Reading sent) {
        if (billed == null || sent == null) {
            return billed == null ? sent : billed;
        }
        return billed.day().isAfter(sent.day()) ? billed : sent;
    }
}
