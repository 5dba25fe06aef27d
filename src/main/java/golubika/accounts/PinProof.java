package golubika.accounts;

import java.security.MessageDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The PIN that the supplier prints on the bill or sends on request: 4 to 8 digits.
@Component
class PinProof implements Proof {

    private final JdbcClient jdbc;
    private final Pins pins;

    PinProof(JdbcClient jdbc, Pins pins) {
        this.jdbc = jdbc;
        this.pins = pins;
    }

    @Override
    public String kind() {
        return "pin";
    }

    @Override
    public boolean isOffered(Link link) {
        return link.supplier().switches().fullByPin();
    }

    @Override
    public boolean proves(AccountId account, String typed) {
        var pin = typed.replaceAll("[\\s\\p{Z}-]", "");
        return jdbc.sql("select pin_hash from account where account_id = :account and pin_hash is not null")
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .filter(hash -> MessageDigest.isEqual(hash, pins.hash(account, pin)))
                .isPresent();
    }
}
