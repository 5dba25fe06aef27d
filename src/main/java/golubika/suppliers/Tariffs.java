package golubika.suppliers;

import golubika.database.Ask;
import golubika.database.Trips;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// The prices of each supplier, now and before.
@Component
public class Tariffs {

    private final Trips trips;

    Tariffs(Trips trips) {
        this.trips = trips;
    }

    /// All prices of a direction, newest first.
    public List<Tariff> of(SupplierCode supplier, String direction) {
        return trips.ask(ask(supplier, direction));
    }

    /// As [#of], to be asked together with others.
    public static Ask<List<Tariff>> ask(SupplierCode supplier, String direction) {
        return Ask.rows("""
                select service, price, unit, valid_from, valid_to, order_no
                from tariff
                where supplier = ? and direction = ? and locality = ''
                order by valid_from desc, service
                """, Tariffs::tariff, supplier.value(), direction);
    }

    /// Reads a row of `tariff` that another question has found.
    public static Tariff tariff(ResultSet row) throws SQLException {
        return new Tariff(
                row.getString("service"),
                row.getBigDecimal("price"),
                row.getString("unit"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("order_no"));
    }
}
