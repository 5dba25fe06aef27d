package golubika.support;

import golubika.suppliers.SupplierCode;
import org.jspecify.annotations.Nullable;

/// Who answers a request: the staff of the supplier asked, or that of the portal itself.
///
/// @param supplier null for the portal: for requests that concern no supplier
public record Desk(@Nullable SupplierCode supplier) {

    public static final Desk PORTAL = new Desk(null);

    static Desk of(String code) {
        return code.isEmpty() ? PORTAL : new Desk(new SupplierCode(code));
    }

    String code() {
        return supplier == null ? "" : supplier.value();
    }
}
