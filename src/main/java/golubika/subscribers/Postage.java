package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.LETTER_BY_ADDRESS;
import static golubika.subscribers.EntranceLimits.LETTER_BY_NETWORK;
import static golubika.subscribers.EntranceLimits.SMS_BY_NETWORK;
import static golubika.subscribers.EntranceLimits.SMS_BY_PHONE;
import static golubika.subscribers.EntranceLimits.SMS_PAUSE;

import golubika.limits.Limits;
import golubika.limits.Network;
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
    }

    /// Takes what one message costs; empty when it may go.
    ///
    /// @param address network address of who is asking
    Optional<Refusal> take(Login login, String address) {
        var network = Network.of(address).value();
        return switch (login.kind()) {
            case MAIL -> takeLetter(login, network);
            case PHONE -> takeSms(login, network);
        };
    }

    /// How long until the next SMS to a phone; zero for now, and for letters.
    public Duration pause(Login login) {
        return login.isPhone() ? limits.wait(SMS_PAUSE, login.value()) : Duration.ZERO;
    }

    private Optional<Refusal> takeLetter(Login login, String network) {
        if (!limits.take(LETTER_BY_NETWORK, network)) {
            return Optional.of(new Refusal.TooManyFromNetwork());
        }
        return limits.take(LETTER_BY_ADDRESS, login.value())
                ? Optional.empty()
                : Optional.of(new Refusal.TooManyToOne(login));
    }

    private Optional<Refusal> takeSms(Login login, String network) {
        var phone = login.value();
        var pause = pause(login);
        if (pause.isPositive()) {
            return Optional.of(new Refusal.TooSoon(pause));
        }
        if (!limits.take(SMS_BY_NETWORK, network)) {
            return Optional.of(new Refusal.TooManyFromNetwork());
        }
        if (!limits.take(SMS_BY_PHONE, phone)) {
            return Optional.of(new Refusal.TooManyToOne(login));
        }
        // Of two who ask at once, the other was first.
        return limits.take(SMS_PAUSE, phone) ? Optional.empty() : Optional.of(new Refusal.TooSoon(pause(login)));
    }
}
