package golubika.subscribers.passkeys;

import golubika.subscribers.RobotKey;
import golubika.values.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/// What an authenticator signs, so that an answer is good once, soon, and in one browser. A challenge travels signed in
/// a cookie: asking for one costs guests no session and us no row; only an answer is noted.
@Component
class Challenges {

    /// So long a person may take for fingerprint and choice.
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RobotKey key;
    private final Clock clock;

    Challenges(JdbcClient jdbc, RobotKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /// @param purpose what it is good for, and for whom
    /// @param challenge fresh
    /// @return what the browser keeps
    String carry(String purpose, Bytes challenge) {
        var text = challenge.toBase64UrlString()
                + '.'
                + clock.instant().plus(GOOD_FOR).getEpochSecond();
        return text + '.' + signature(purpose, text);
    }

    /// The challenge that a browser brings back, used up by this; nothing when it is not ours, for another purpose, too
    /// old or answered before.
    Optional<Bytes> redeem(String purpose, String carried) {
        var end = carried.lastIndexOf('.');
        var middle = carried.indexOf('.');
        if (middle < 0 || middle == end) {
            return Optional.empty();
        }
        var ours = MessageDigest.isEqual(
                signature(purpose, carried.substring(0, end)).getBytes(StandardCharsets.UTF_8),
                carried.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            return Optional.empty();
        }
        var until = Instant.ofEpochSecond(Long.parseLong(carried, middle + 1, end, 10));
        return until.isAfter(clock.instant()) && useUp(carried, until)
                ? Optional.of(Bytes.fromBase64(carried.substring(0, middle)))
                : Optional.empty();
    }

    /// Forgets answered challenges that have expired by now.
    int forgetOld() {
        return jdbc.sql("delete from passkey_challenge where valid_until < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private boolean useUp(String carried, Instant until) {
        return jdbc.sql("""
                insert into passkey_challenge (challenge_hash, valid_until) values (:hash, :until)
                on conflict do nothing
                """)
                        .param("hash", Sha256.of(carried))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    private String signature(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = "passkey:" + purpose + ':' + text;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
