package golubika.accounts;

import golubika.subscribers.SubscriberId;
import java.security.MessageDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The PIN that the supplier prints on the bill, 4 to 8 digits, or one that was issued to this person on request.
@Component
class PinProof implements Proof {

    private final JdbcClient jdbc;
    private final Pins pins;
    private final PinApplicationRows applications;

    PinProof(JdbcClient jdbc, Pins pins, PinApplicationRows applications) {
        this.jdbc = jdbc;
        this.pins = pins;
        this.applications = applications;
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
    public boolean proves(SubscriberId subscriber, AccountId account, String typed) {
        var pin = typed.replaceAll("[\\s\\p{Z}-]", "");
        return isPrinted(account, pin) || applications.isIssued(subscriber, account, pin);
    }

    private boolean isPrinted(AccountId account, String pin) {
        return jdbc.sql("select pin_hash from account where account_id = :account and pin_hash is not null")
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .filter(hash -> MessageDigest.isEqual(hash, pins.hash(account, pin)))
                .isPresent();
    }
}
