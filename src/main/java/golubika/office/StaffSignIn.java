package golubika.office;

import golubika.audit.Caller;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.subscribers.Passwords;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Lets staff in by login and password. Who is unknown, blocked or late with a one-time password gets the same answer,
/// after the same hashing, as who mistypes.
@Component
public class StaffSignIn {

    /// So long somebody is no stranger where they have come in.
    private static final Duration LATELY = Duration.ofDays(60);

    private static final Logger log = LoggerFactory.getLogger(StaffSignIn.class);

    private final StaffBook book;
    private final Passwords passwords;
    private final OfficeActs acts;
    private final Limits limits;
    private final Clock clock;

    StaffSignIn(StaffBook book, Passwords passwords, OfficeActs acts, Limits limits, Clock clock) {
        this.book = book;
        this.passwords = passwords;
        this.acts = acts;
        this.limits = limits;
        this.clock = clock;
    }

    /// What became of an attempt.
    public sealed interface Outcome {
        record Welcome(Staff staff) implements Outcome {}

        record Wrong() implements Outcome {}

        /// The password has not been looked at.
        record TooOften() implements Outcome {}
    }

    public Outcome signIn(String typedLogin, String password, Caller caller) {
        var login = typedLogin.strip().toLowerCase(Locale.ROOT);
        var network = Network.of(caller.network());
        var own = new Bucket(OfficeLimits.PASSWORD_BY_LOGIN, login + ' ' + network);
        var buckets = new ArrayList<>(List.of(own, new Bucket(OfficeLimits.PASSWORD_BY_NETWORK, network.value())));
        if (!acts.knows(login, network, LATELY)) {
            buckets.add(new Bucket(OfficeLimits.PASSWORD_ANYWHERE, login));
        }
        var taken = new Taken(limits);
        var refused = taken.takeEach(buckets);
        if (refused.isPresent()) {
            log.warn(
                    "Signing in to the office from {}: {} is used up",
                    network,
                    refused.get().limit().name());
            return new Outcome.TooOften();
        }
        var key = book.key(login).filter(this::isInTime);
        if (!taken.judge(() -> passwords.matches(password, key.map(StaffBook.Key::passwordHash)))) {
            book.known(login).ifPresent(entry -> acts.note(entry.staff(), OfficeActs.Kind.FAILED, login, "", caller));
            return new Outcome.Wrong();
        }
        taken.giveBack();
        limits.clear(own.limit(), own.key());
        var staff = key.orElseThrow().staff();
        acts.note(staff, OfficeActs.Kind.SIGNED_IN, "", "", caller);
        return new Outcome.Welcome(staff);
    }

    /// Whether this is the password of who is at work, for setting another.
    ///
    /// @return empty when it has been tried too often
    public Optional<Boolean> holds(Staff staff, String password) {
        if (!limits.take(OfficeLimits.PASSWORD_CHANGE, staff.login())) {
            return Optional.empty();
        }
        var right = passwords.matches(
                password, book.key(staff.login()).filter(this::isInTime).map(StaffBook.Key::passwordHash));
        if (right) {
            limits.clear(OfficeLimits.PASSWORD_CHANGE, staff.login());
        }
        return Optional.of(right);
    }

    private boolean isInTime(StaffBook.Key key) {
        return key.onceUntil() == null || key.onceUntil().isAfter(clock.instant());
    }
}
