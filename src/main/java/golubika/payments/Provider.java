package golubika.payments;

import golubika.suppliers.SupplierCode;
import java.util.Optional;
import java.util.UUID;

/// A payment provider. Its calls go over the network and are never made inside a transaction.
public interface Provider {

    /// `YOOKASSA`, as it stands in registers and in the ledger.
    String name();

    /// On which terms the supplier takes money through this provider; empty when it does not.
    Optional<Terms> terms(SupplierCode supplier);

    /// Tells the provider of an order that it has not been told of.
    Answer create(Order order, UUID key);

    /// Tells the provider of an order that it may know already, since nobody heard its answer: what became of that
    /// one, or a new one where there is none. However often it is told, people see the page of one order at most.
    Answer createAgain(Order order, UUID key);

    /// Asks what has become of an order.
    ///
    /// @param reference the provider's id of it
    Answer fetch(SupplierCode supplier, String reference);

    /// Gives money of a payment back. The same refund told again gives nothing twice.
    Refunded refund(Refund refund);

    /// Reads a notice that came from outside; empty when it is none.
    Optional<Notice> read(NoticeMessage message);

    /// Whether the message carries the proof of its origin that the supplier's shop and the provider have agreed on.
    /// True where the protocol knows none: what a notice says is not believed in any case.
    boolean isProven(SupplierCode supplier, NoticeMessage message);
}
