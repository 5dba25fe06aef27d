package golubika.suppliers;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The prices of each supplier, now and before.
@Component
public class Tariffs {

    private final JdbcClient jdbc;

    Tariffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All prices of a direction, newest first.
    public List<Tariff> of(SupplierCode supplier, String direction) {
        return jdbc.sql("""
                select service, price, unit, valid_from, valid_to, order_no
                from tariff
                where supplier = :supplier and direction = :direction and locality = ''
                order by valid_from desc, service
                """)
                .param("supplier", supplier.value())
                .param("direction", direction)
                .query(Tariff.class)
                .list();
    }
}
