package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.LETTER_BY_ADDRESS;
import static golubika.subscribers.EntranceLimits.LETTER_BY_NETWORK;
import static golubika.subscribers.EntranceLimits.RECOVERY_BY_ADDRESS;
import static golubika.subscribers.EntranceLimits.RECOVERY_BY_PHONE;
import static golubika.subscribers.EntranceLimits.SMS_BY_NETWORK;
import static golubika.subscribers.EntranceLimits.SMS_BY_PHONE;
import static golubika.subscribers.EntranceLimits.SMS_PAUSE;

import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether one more letter or SMS may go to somebody who may not have asked for it.
@Component
public class Postage {

    private final Limits limits;

    Postage(Limits limits) {
        this.limits = limits;
    }

    /// Why nothing is sent now. Whether anybody owns the login plays no part in it.
    public sealed interface Refusal {
        /// @param pause until the next SMS to this phone
        record TooSoon(Duration pause) implements Refusal {}

        record TooManyToOne(Login login) implements Refusal {}

        record TooManyFromNetwork() implements Refusal {}

        /// One attempt to register has named too many logins.
        record TooManyCorrections() implements Refusal {}
    }

    /// Takes what one message costs; empty when it may go, and otherwise nothing has been taken.
    ///
    /// @param address network address of who is asking
    Optional<Refusal> take(Login login, String address) {
        return take(new Taken(limits), login, address);
    }

    /// The same, together with other tries of the deed.
    Optional<Refusal> take(Taken taken, Login login, String address) {
        var network = Network.of(address).value();
        return switch (login.kind()) {
            case MAIL ->
                taken.take(LETTER_BY_NETWORK, network)
                        ? takeOne(taken, LETTER_BY_ADDRESS, login)
                        : Optional.of(new Refusal.TooManyFromNetwork());
            case PHONE -> takeSms(taken, SMS_BY_PHONE, login, network);
        };
    }

    /// Takes what one message about a forgotten password costs. It has limits of its own: whoever registers somebody
    /// else's login over and over must not keep its owner from coming back.
    Optional<Refusal> takeRecovery(Taken taken, Login login, String address) {
        return switch (login.kind()) {
            case MAIL -> takeOne(taken, RECOVERY_BY_ADDRESS, login);
            case PHONE ->
                takeSms(taken, RECOVERY_BY_PHONE, login, Network.of(address).value());
        };
    }

    /// How long until the next SMS to a phone; zero for now, and for letters.
    public Duration pause(Login login) {
        return login.isPhone() ? limits.wait(SMS_PAUSE, login.value()) : Duration.ZERO;
    }

    private Optional<Refusal> takeSms(Taken taken, Limit byPhone, Login login, String network) {
        var pause = pause(login);
        if (pause.isPositive()) {
            taken.giveBack();
            return Optional.of(new Refusal.TooSoon(pause));
        }
        if (!taken.take(SMS_BY_NETWORK, network)) {
            return Optional.of(new Refusal.TooManyFromNetwork());
        }
        var refusal = takeOne(taken, byPhone, login);
        if (refusal.isPresent()) {
            return refusal;
        }
        // Of two who ask at once, the other was first.
        return taken.take(SMS_PAUSE, login.value()) ? Optional.empty() : Optional.of(new Refusal.TooSoon(pause(login)));
    }

    private static Optional<Refusal> takeOne(Taken taken, Limit limit, Login login) {
        return taken.take(limit, login.value()) ? Optional.empty() : Optional.of(new Refusal.TooManyToOne(login));
    }
}
