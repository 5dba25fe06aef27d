package golubika.payments;

import golubika.suppliers.SupplierCode;
import java.util.Optional;
import java.util.UUID;

/// A payment provider. Its calls go over the network and are never made inside a transaction.
public interface Provider {

    /// `YOOKASSA`, as it stands in registers and in the ledger.
    String name();

    /// Whether the supplier takes money through this provider.
    boolean serves(SupplierCode supplier);

    /// Tells the provider of an order. The same order under the same key is taken once, however often it is told.
    Answer create(Order order, UUID key);

    /// Asks what has become of an order.
    ///
    /// @param reference the provider's id of it
    Answer fetch(SupplierCode supplier, String reference);

    /// Reads a notice that came from outside; empty when it is none. Nothing in it is proven.
    Optional<Notice> read(byte[] body);
}
