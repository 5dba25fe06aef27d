package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.PASSWORD_CHANGE;

import golubika.limits.Limits;
import golubika.limits.Taken;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Asks a person who is signed in for the password once more, before something that a stranger at an open screen must
/// not do. Guesses are limited for all such deeds together.
@Component
public class OwnPassword {

    private final Credentials credentials;
    private final Passwords passwords;
    private final Limits limits;

    OwnPassword(Credentials credentials, Passwords passwords, Limits limits) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.limits = limits;
    }

    /// What became of asking.
    public enum Outcome {
        RIGHT,
        WRONG,
        TOO_OFTEN
    }

    public Outcome check(SubscriberId subscriber, String password) {
        var guesses = subscriber.toString();
        var taken = new Taken(limits);
        if (!taken.take(PASSWORD_CHANGE, guesses)) {
            return Outcome.TOO_OFTEN;
        }
        var hash = credentials.hash(subscriber);
        if (hash.isEmpty() || !taken.judge(() -> passwords.matches(password, hash.get()))) {
            return Outcome.WRONG;
        }
        limits.clear(PASSWORD_CHANGE, guesses);
        return Outcome.RIGHT;
    }

    /// How long until the person may be asked again; zero for now.
    public Duration pause(SubscriberId subscriber) {
        return limits.wait(PASSWORD_CHANGE, subscriber.toString());
    }
}
