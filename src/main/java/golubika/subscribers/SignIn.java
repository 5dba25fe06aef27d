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
import java.util.ArrayList;
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
    private final Passwords passwords;
    private final Contacts contacts;
    private final Consents consents;
    private final KnownDevices devices;
    private final RobotChecks robots;
    private final Limits limits;
    private final FailedSignIns failures;

    SignIn(
            JdbcClient jdbc,
            Passwords passwords,
            Contacts contacts,
            Consents consents,
            KnownDevices devices,
            RobotChecks robots,
            Limits limits,
            FailedSignIns failures) {
        this.jdbc = jdbc;
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
        record Welcome(Subscriber subscriber, Standing standing) implements Outcome {}

        /// @param check whether the next attempt needs the robot check
        record Wrong(boolean check) implements Outcome {}

        /// There were several wrong passwords, so the robot check comes first. The password has not been looked at.
        record CheckNeeded() implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Duration pause, boolean check) implements Outcome {}
    }

    private record Candidate(UUID subscriberId, boolean confirmed) {}

    private record Credential(UUID subscriberId, String passwordHash) {}

    /// @param typedLogin whatever stood in the field
    public Outcome signIn(String typedLogin, String password, Browser browser) {
        var login = Login.read(typedLogin) instanceof Login.Reading.Good(var good) ? good.value() : typedLogin.strip();
        var candidates = candidates(login);
        var owner = candidates.stream()
                .filter(Candidate::confirmed)
                .findFirst()
                .map(candidate -> new SubscriberId(candidate.subscriberId));
        var guesses = guesses(login, owner, browser);
        if (needsCheck(guesses) && !(browser.robot instanceof Verdict.Human human && robots.useUp(human))) {
            return new Outcome.CheckNeeded();
        }
        var taken = new Taken(limits);
        var empty = taken.takeEach(guesses.buckets());
        if (empty.isPresent()) {
            var pause = limits.wait(empty.get().limit(), empty.get().key());
            return new Outcome.TooOften(pause, needsCheck(guesses));
        }
        var credentials = credentials(candidates);
        var hashes = credentials.stream().map(Credential::passwordHash).toList();
        var match = taken.judge(() -> passwords.matching(password, hashes));
        if (match.isEmpty()) {
            failures.note(owner, guesses, browser.caller);
            return new Outcome.Wrong(needsCheck(guesses));
        }
        guesses.buckets().forEach(this::forgive);
        var subscriber = new SubscriberId(credentials.get(match.getAsInt()).subscriberId);
        return contacts.find(subscriber)
                .<Outcome>map(held -> new Outcome.Welcome(
                        new Subscriber(subscriber, held.login().value()), consents.standing(subscriber)))
                .orElseGet(() -> new Outcome.Wrong(needsCheck(guesses)));
    }

    private Guesses guesses(String login, Optional<SubscriberId> owner, Browser browser) {
        var device = owner.flatMap(subscriber -> devices.recognise(
                subscriber, browser.secrets.stream().map(Token::new).toList()));
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

    private void forgive(Bucket bucket) {
        if (bucket.limit() == PASSWORD_BY_LOGIN || bucket.limit() == PASSWORD_BY_DEVICE) {
            limits.clear(bucket.limit(), bucket.key());
        } else {
            limits.giveBack(bucket.limit(), bucket.key());
        }
    }

    /// Whose password it may be: the owner's, or else one of the latest attempts to register this login.
    private List<Candidate> candidates(String login) {
        return jdbc.sql("""
                select subscriber_id, confirmed from login
                where login = :login
                order by confirmed desc, made_at desc, subscriber_id
                limit :most
                """)
                .param("login", login)
                .param("most", Passwords.CANDIDATES)
                .query(Candidate.class)
                .list();
    }

    private List<Credential> credentials(List<Candidate> candidates) {
        var credentials = new ArrayList<Credential>();
        for (var candidate : candidates) {
            jdbc.sql("select subscriber_id, password_hash from credential where subscriber_id = :subscriber")
                    .param("subscriber", candidate.subscriberId)
                    .query(Credential.class)
                    .optional()
                    .ifPresent(credentials::add);
        }
        return credentials;
    }
}
