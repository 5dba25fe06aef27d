package golubika.suppliers;

import golubika.database.Ask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// The norms of each supplier, now and before.
public final class Norms {

    private Norms() {}

    /// All norms of a direction, newest first.
    public static Ask<List<Norm>> ask(SupplierCode supplier, String direction) {
        return Ask.rows("""
                select service, norm, unit, valid_from, valid_to, order_no
                from norm
                where supplier = ? and direction = ? and locality = ''
                order by valid_from desc, service
                """, Norms::norm, supplier.value(), direction);
    }

    private static Norm norm(ResultSet row) throws SQLException {
        return new Norm(
                row.getString("service"),
                row.getBigDecimal("norm"),
                row.getString("unit"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("order_no"));
    }
}
