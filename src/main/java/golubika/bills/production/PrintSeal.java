package golubika.bills.production;

import golubika.bills.Seal;
import golubika.site.PortalSecret;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/// Keeps pages for the printer from who reads the database alone: they hold names, addresses and PINs.
@Component
class PrintSeal {

    private static final String USE = "golubika.bills.print";

    private final Seal seal;

    PrintSeal(PortalSecret secret) {
        this.seal = new Seal(secret.key(USE));
    }

    byte[] close(SupplierCode supplier, BillingMonth month, long first, byte[] pdf) {
        return seal.close(owner(supplier, month, first), pdf);
    }

    byte[] open(SupplierCode supplier, BillingMonth month, long first, byte[] sealed) {
        return seal.open(owner(supplier, month, first), sealed);
    }

    private static byte[] owner(SupplierCode supplier, BillingMonth month, long first) {
        return (supplier + ":" + month + ":" + first).getBytes(StandardCharsets.UTF_8);
    }
}
