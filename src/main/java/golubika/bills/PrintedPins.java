package golubika.bills;

import golubika.accounts.AccountId;
import golubika.database.Ask;
import golubika.site.PortalSecret;
import golubika.suppliers.SupplierCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The PINs that suppliers print on their bills: encrypted under a key that the database does not hold, each bound to
/// its account, and read by bills alone. Elsewhere a PIN is only ever a hash. They come with ACCOUNTS registers where
/// `Switches.pinOnBill` is on, and are forgotten when it is turned off.
@Component
public class PrintedPins {

    private static final String USE = "golubika.bills.printed-pin";

    private final JdbcClient jdbc;
    private final Seal seal;

    PrintedPins(JdbcClient jdbc, PortalSecret secret) {
        this.jdbc = jdbc;
        this.seal = new Seal(secret.key(USE));
    }

    /// The PIN as it may be stored, for this account alone. Never twice the same.
    public byte[] seal(AccountId account, String pin) {
        return seal.close(owner(account), pin.getBytes(StandardCharsets.US_ASCII));
    }

    /// The PIN of an account, as the question for its bill. A copy of a former PIN does not count.
    Ask<Optional<String>> ask(AccountId account) {
        return Ask.rows("""
                        select p.sealed
                        from printed_pin p
                        join account a on a.account_id = ? and a.account_id = p.account_id and a.pin_hash = p.pin_hash
                        where p.account_id = ?
                        """, row -> row.getBytes("sealed"), account.value(), account.value())
                .map(found -> found.stream().findFirst().map(kept -> open(account, kept)));
    }

    /// Forgets all copies of a supplier.
    public void forget(SupplierCode supplier) {
        jdbc.sql("""
                delete from printed_pin p
                using account a
                where a.account_id = p.account_id and a.supplier = :supplier
                """).param("supplier", supplier.value()).update();
    }

    private String open(AccountId account, byte[] sealed) {
        return new String(seal.open(owner(account), sealed), StandardCharsets.US_ASCII);
    }

    private static byte[] owner(AccountId account) {
        return ByteBuffer.allocate(Long.BYTES).putLong(account.value()).array();
    }
}
