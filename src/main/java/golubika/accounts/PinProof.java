package golubika.accounts;

import golubika.subscribers.SubscriberId;
import java.security.MessageDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The PIN that the supplier prints on the bill, 4 to 8 digits. One that was issued to this person alone is judged
/// before it, see [Proving].
@Component
class PinProof implements Proof {

    static final String KIND = "pin";

    private final JdbcClient jdbc;
    private final Pins pins;

    PinProof(JdbcClient jdbc, Pins pins) {
        this.jdbc = jdbc;
        this.pins = pins;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOffered(Link link) {
        return link.supplier().switches().fullByPin();
    }

    @Override
    public boolean proves(SubscriberId subscriber, AccountId account, String typed) {
        var pin = plain(typed);
        return jdbc.sql("select pin_hash from account where account_id = :account and pin_hash is not null")
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .filter(hash -> MessageDigest.isEqual(hash, pins.hash(account, pin)))
                .isPresent();
    }

    /// Without what people write between the digits.
    static String plain(String typed) {
        return typed.replaceAll("[\\s\\p{Z}-]", "");
    }
}
