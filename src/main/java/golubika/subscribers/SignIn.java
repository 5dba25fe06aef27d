package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.PASSWORD_ANYWHERE;
import static golubika.subscribers.EntranceLimits.PASSWORD_BY_DEVICE;
import static golubika.subscribers.EntranceLimits.PASSWORD_BY_LOGIN;
import static golubika.subscribers.EntranceLimits.PASSWORD_BY_NETWORK;

import golubika.audit.Caller;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.subscribers.RobotChecks.Verdict;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Coming in with login and password. Wrong login and wrong password are one answer, and take the same time. Strangers
/// are slowed down by login and by network; the owner on a known device has limits of their own.
@Component
public class SignIn {

    private final JdbcClient jdbc;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Contacts contacts;
    private final Consents consents;
    private final KnownDevices devices;
    private final RobotChecks robots;
    private final Limits limits;
    private final FailedSignIns failures;

    SignIn(
            JdbcClient jdbc,
            Credentials credentials,
            Passwords passwords,
            Contacts contacts,
            Consents consents,
            KnownDevices devices,
            RobotChecks robots,
            Limits limits,
            FailedSignIns failures) {
        this.jdbc = jdbc;
        this.credentials = credentials;
        this.passwords = passwords;
        this.contacts = contacts;
        this.consents = consents;
        this.devices = devices;
        this.robots = robots;
        this.limits = limits;
        this.failures = failures;
    }

    /// What a browser brings along.
    ///
    /// @param secrets of known devices, whoever's
    /// @param robot   what became of the robot check, where one was shown
    public record Browser(Caller caller, List<String> secrets, Verdict robot) {

        public Browser {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Browser";
        }
    }

    /// What became of an attempt to come in.
    public sealed interface Outcome {
        /// @param proof to be looked at once more by [Arrivals]
        record Welcome(Subscriber subscriber, Standing standing, Proof proof) implements Outcome {}

        /// @param check whether the next attempt needs the robot check
        record Wrong(boolean check) implements Outcome {}

        /// There were several wrong passwords, so the robot check comes first. The password has not been looked at.
        record CheckNeeded() implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Duration pause, boolean check) implements Outcome {}
    }

    private record Claim(UUID subscriberId, boolean confirmed) {}

    /// Whose password it may be: the owner's, or that of one of the latest attempts to register the login.
    private record Claims(Optional<SubscriberId> owner, List<SubscriberId> attempts) {}

    private record Match(SubscriberId subscriber, boolean confirmed, String passwordHash) {}

    /// @param typedLogin whatever stood in the field
    public Outcome signIn(String typedLogin, String password, Browser browser) {
        var login = Login.read(typedLogin) instanceof Login.Reading.Good(var good) ? good.value() : typedLogin.strip();
        var claims = claims(login);
        var guesses = guesses(login, claims.owner, browser);
        if (needsCheck(guesses) && !(browser.robot instanceof Verdict.Human human && robots.useUp(human))) {
            return new Outcome.CheckNeeded();
        }
        var taken = new Taken(limits);
        var empty = taken.takeEach(guesses.buckets());
        if (empty.isPresent()) {
            var pause = limits.wait(empty.get().limit(), empty.get().key());
            return new Outcome.TooOften(pause, needsCheck(guesses));
        }
        var owners = owners(claims);
        var attempts = attempts(claims);
        var hashes = attempts.stream().map(Match::passwordHash).toList();
        var place = taken.judge(() -> passwords.matching(password, owners.map(Match::passwordHash), hashes));
        if (place.isEmpty()) {
            failures.note(claims.owner, guesses, browser.caller);
            return new Outcome.Wrong(needsCheck(guesses));
        }
        return welcome(place.getAsInt() == 0 ? owners.orElseThrow() : attempts.get(place.getAsInt() - 1), guesses);
    }

    private Outcome welcome(Match match, Guesses guesses) {
        guesses.buckets().forEach(bucket -> forgive(bucket, match.confirmed));
        var subscriber = match.subscriber;
        return contacts.find(subscriber)
                .<Outcome>map(held -> new Outcome.Welcome(
                        new Subscriber(subscriber, held.login().value()),
                        consents.standing(subscriber),
                        () -> credentials.holds(subscriber, match.passwordHash)))
                .orElseGet(() -> new Outcome.Wrong(needsCheck(guesses)));
    }

    private Guesses guesses(String login, Optional<SubscriberId> owner, Browser browser) {
        var device = devices.recognise(
                owner.orElse(SubscriberId.GONE),
                browser.secrets.stream().map(Token::new).toList());
        if (device.isPresent()) {
            var known = owner.orElseThrow() + " " + HexFormat.of().formatHex(device.get());
            return new Guesses(List.of(new Bucket(PASSWORD_BY_DEVICE, known)));
        }
        var network = Network.of(browser.caller.network()).value();
        return new Guesses(List.of(
                new Bucket(PASSWORD_BY_LOGIN, login + ' ' + network),
                new Bucket(PASSWORD_ANYWHERE, login),
                new Bucket(PASSWORD_BY_NETWORK, network)));
    }

    private boolean needsCheck(Guesses guesses) {
        return guesses.buckets().stream()
                .anyMatch(bucket -> bucket.limit() == PASSWORD_ANYWHERE
                                && limits.used(bucket.limit(), bucket.key()) >= EntranceLimits.UNCHECKED_BY_LOGIN
                        || bucket.limit() == PASSWORD_BY_NETWORK
                                && limits.used(bucket.limit(), bucket.key()) >= EntranceLimits.UNCHECKED_BY_NETWORK);
    }

    /// A right password makes earlier wrong ones the owner's mistakes. That of an attempt to register proves nothing
    /// of the kind, since anybody may begin one: it counts for no guess, and forgives none. Whether the login has
    /// an owner makes no difference, or else the limit would tell.
    private void forgive(Bucket bucket, boolean confirmed) {
        if (confirmed && (bucket.limit() == PASSWORD_BY_LOGIN || bucket.limit() == PASSWORD_BY_DEVICE)) {
            limits.clear(bucket.limit(), bucket.key());
        } else {
            limits.giveBack(bucket.limit(), bucket.key());
        }
    }

    /// The owner takes no place from the attempts: as many of them come in whether or not the login is taken.
    private Claims claims(String login) {
        var claims = jdbc.sql("""
                select subscriber_id, confirmed from login
                where login = :login
                order by confirmed desc, made_at desc, subscriber_id
                limit :most
                """)
                .param("login", login)
                .param("most", 1 + Passwords.ATTEMPTS)
                .query(Claim.class)
                .list();
        return new Claims(
                claims.stream().filter(Claim::confirmed).map(SignIn::subscriber).findFirst(),
                claims.stream()
                        .filter(claim -> !claim.confirmed)
                        .map(SignIn::subscriber)
                        .limit(Passwords.ATTEMPTS)
                        .toList());
    }

    private static SubscriberId subscriber(Claim claim) {
        return new SubscriberId(claim.subscriberId);
    }

    /// A login that nobody has costs the same way to the database.
    private Optional<Match> owners(Claims claims) {
        var owner = claims.owner.orElse(SubscriberId.GONE);
        return credentials.hash(owner).map(hash -> new Match(owner, true, hash));
    }

    private List<Match> attempts(Claims claims) {
        return claims.attempts.stream()
                .flatMap(attempt -> credentials.hash(attempt).map(hash -> new Match(attempt, false, hash)).stream())
                .toList();
    }
}
