package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.PASSWORD_BY_LINK;
import static golubika.subscribers.EntranceLimits.PASSWORD_BY_NETWORK;

import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Confirming by a mailed link. The link alone shows who reads the mail, not who registered: somebody else may have
/// registered the address and wait for its owner's click. So it takes the very attempt's password, or the browser
/// that made this attempt, or a session of it.
@Component
public class FollowedLinks {

    private final JdbcClient jdbc;
    private final Confirmations confirmations;
    private final Passwords passwords;
    private final Consents consents;
    private final Limits limits;

    FollowedLinks(JdbcClient jdbc, Confirmations confirmations, Passwords passwords, Consents consents, Limits limits) {
        this.jdbc = jdbc;
        this.confirmations = confirmations;
        this.passwords = passwords;
        this.consents = consents;
        this.limits = limits;
    }

    /// What a browser brings along.
    ///
    /// @param signedIn who has a session in it
    /// @param secret   from [Registrations.Outcome.Begun], or empty
    /// @param address  network address
    public record Browser(@Nullable SubscriberId signedIn, String secret, String address) {
        @Override
        public String toString() {
            return "Browser";
        }
    }

    /// What became of following a link.
    public sealed interface Outcome {
        /// Confirmed; the person may be let in.
        record Welcome(Subscriber subscriber, Standing standing) implements Outcome {}

        record PasswordNeeded(Confirmations.Link.Open link) implements Outcome {}

        record Wrong(Confirmations.Link.Open link) implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Confirmations.Link.Open link, Duration pause) implements Outcome {}

        /// Confirmed before, or of no use.
        record Closed(Confirmations.Link link) implements Outcome {}
    }

    private record Credential(String passwordHash, byte @Nullable [] browserHash) {}

    /// Whether this browser confirms the attempt without its password.
    public boolean isOwn(Confirmations.Link.Open link, Browser browser) {
        return credential(link.subscriber())
                .map(credential -> isOwn(link, credential, browser))
                .orElse(false);
    }

    /// @param password empty when the person was not asked for it
    public Outcome confirm(String token, String password, Browser browser) {
        var link = confirmations.look(token);
        if (!(link instanceof Confirmations.Link.Open open)) {
            return new Outcome.Closed(link);
        }
        var credential = credential(open.subscriber());
        if (credential.isEmpty()) {
            return new Outcome.Closed(new Confirmations.Link.Unusable());
        }
        return isOwn(open, credential.get(), browser)
                ? confirm(token)
                : guess(
                        token,
                        open,
                        credential.get(),
                        password,
                        Network.of(browser.address).value());
    }

    private Outcome guess(
            String token, Confirmations.Link.Open link, Credential credential, String password, String network) {
        if (password.isEmpty()) {
            return new Outcome.PasswordNeeded(link);
        }
        var attempt = link.subscriber().toString();
        var taken = new Taken(limits);
        var empty = taken.takeEach(
                List.of(new Bucket(PASSWORD_BY_LINK, attempt), new Bucket(PASSWORD_BY_NETWORK, network)));
        if (empty.isPresent()) {
            return new Outcome.TooOften(
                    link, limits.wait(empty.get().limit(), empty.get().key()));
        }
        if (!taken.judge(() -> passwords.matches(password, credential.passwordHash))) {
            return new Outcome.Wrong(link);
        }
        limits.clear(PASSWORD_BY_LINK, attempt);
        limits.giveBack(PASSWORD_BY_NETWORK, network);
        return confirm(token);
    }

    private Outcome confirm(String token) {
        return switch (confirmations.confirm(token)) {
            case Confirmations.Link.Confirmed(var subscriber, var login) ->
                new Outcome.Welcome(new Subscriber(subscriber, login), consents.standing(subscriber));
            case Confirmations.Link closed -> new Outcome.Closed(closed);
        };
    }

    private static boolean isOwn(Confirmations.Link.Open link, Credential credential, Browser browser) {
        return link.subscriber().equals(browser.signedIn)
                || (credential.browserHash != null
                        && MessageDigest.isEqual(credential.browserHash, new Token(browser.secret).hash()));
    }

    private Optional<Credential> credential(SubscriberId attempt) {
        return jdbc.sql("select password_hash, browser_hash from credential where subscriber_id = :attempt")
                .param("attempt", attempt.value())
                .query((row, number) -> new Credential(row.getString("password_hash"), row.getBytes("browser_hash")))
                .optional();
    }
}
