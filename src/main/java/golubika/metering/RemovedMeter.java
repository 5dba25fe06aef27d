package golubika.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A meter that was taken off, with what it showed last.
///
/// @param day   of the last value, where the billing states one
/// @param value whole m³; null where the billing states none
public record RemovedMeter(
        String id,
        String serial,
        int digits,
        @Nullable LocalDate day,
        @Nullable Long value) {

    static RemovedMeter of(ResultSet row) throws SQLException {
        return new RemovedMeter(
                row.getString("meter_id"),
                row.getString("serial"),
                row.getInt("digits"),
                row.getObject("last_date", LocalDate.class),
                row.getObject("last_value", Long.class));
    }
}
