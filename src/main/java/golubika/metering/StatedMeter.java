package golubika.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A meter as the supplier's register states it, before the readings that were sent since.
///
/// @param billed the value that the register states: the last billed one, or what it showed when it was put in
/// @param begin  what the meter began with on a day that nobody stated: counted from the register that told of it, and
///               only while nothing else is known, for that day moves on with every register
record StatedMeter(
        String id,
        int number,
        String serial,
        @Nullable String model,
        int digits,
        @Nullable LocalDate verified,
        @Nullable LocalDate validTo,
        boolean temperatureCorrected,
        Meter.Status status,
        @Nullable LocalDate installed,
        @Nullable Reading billed,
        @Nullable Reading begin) {

    static StatedMeter of(ResultSet row) throws SQLException {
        var id = row.getString("meter_id");
        return new StatedMeter(
                id,
                row.getInt("number"),
                row.getString("serial"),
                row.getString("model"),
                row.getInt("digits"),
                row.getObject("verified", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("temperature_corrected"),
                Meter.Status.valueOf(row.getString("status")),
                row.getObject("installed", LocalDate.class),
                billed(row, id),
                begin(row, id));
    }

    /// The meter with its newest reading, and with the one that a new reading is compared with: those sent in the
    /// period that goes on may still be replaced.
    ///
    /// @param sent readings of the account, newest first
    Meter with(List<Reading> sent, ReadingPeriod period) {
        return new Meter(
                id,
                number,
                serial,
                model,
                digits,
                verified,
                validTo,
                temperatureCorrected,
                status,
                newest(sent, reading -> true),
                newest(sent, reading -> reading.state() != Reading.State.SENT || !period.holds(reading.day())),
                ofPeriod(sent, period),
                installed);
    }

    // What it showed when it was put in is no reading of a period.
    private @Nullable Reading ofPeriod(List<Reading> sent, ReadingPeriod period) {
        var newest = newest(sent, reading -> true);
        return newest != null
                        && period.holds(newest.day())
                        && (newest.id() != null || !newest.day().equals(installed) && newest != begin)
                ? newest
                : null;
    }

    private @Nullable Reading newest(List<Reading> sent, Predicate<Reading> counts) {
        var own = sent.stream()
                .filter(reading -> reading.meterId().equals(id) && counts.test(reading))
                .findFirst()
                .orElse(null);
        var known = newer(billed, own);
        return known == null ? begin : known;
    }

    // On the same day the person's own reading is the newer news.
    private static @Nullable Reading newer(@Nullable Reading billed, @Nullable Reading own) {
        if (billed == null || own == null) {
            return billed == null ? own : billed;
        }
        return billed.day().isAfter(own.day()) ? billed : own;
    }

    private static @Nullable Reading billed(ResultSet row, String meter) throws SQLException {
        var lastDay = row.getObject("last_date", LocalDate.class);
        var lastValue = row.getObject("last_value", Long.class);
        if (lastDay != null && lastValue != null) {
            return stated(meter, lastDay, lastValue);
        }
        var installed = row.getObject("installed", LocalDate.class);
        return installed == null ? null : stated(meter, installed, row.getLong("first_value"));
    }

    private static @Nullable Reading begin(ResultSet row, String meter) throws SQLException {
        var value = row.getLong("first_value");
        return value == 0 ? null : stated(meter, row.getObject("as_of", LocalDate.class), value);
    }

    private static Reading stated(String meter, LocalDate day, long value) {
        return new Reading(null, meter, day, value, Reading.Source.OPERATOR, Reading.State.ACCEPTED, null);
    }
}
