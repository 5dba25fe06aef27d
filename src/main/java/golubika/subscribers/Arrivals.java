package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What follows when a person comes in: the session is known by its device, the trail tells of it, and who comes from
/// a browser never seen before causes a notice, so that the owner learns of strangers.
@Component
public class Arrivals {

    private final KnownDevices devices;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Notices notices;
    private final Letters letters;
    private final Clock clock;

    Arrivals(KnownDevices devices, Sessions sessions, AuditTrail trail, Notices notices, Letters letters, Clock clock) {
        this.devices = devices;
        this.sessions = sessions;
        this.trail = trail;
        this.notices = notices;
        this.letters = letters;
        this.clock = clock;
    }

    /// How somebody has shown who they are.
    public enum Way {
        PASSWORD("subscribers.audit.sign-in"),
        PASSKEY("subscribers.audit.sign-in-passkey"),

        /// Who registers with a phone types the code in a session of the attempt.
        REGISTRATION("subscribers.audit.registered"),

        /// The link or code of a registration: the owner is here, so nobody needs to be told.
        CONFIRMATION("subscribers.audit.confirmed");

        private final String kind;

        Way(String kind) {
            this.kind = kind;
        }
    }

    /// What the browser brings along.
    ///
    /// @param session id of the session that has just begun
    /// @param secrets of known devices, whoever's
    public record Arrival(Way way, String session, Caller caller, List<String> secrets) {

        public Arrival {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Arrival " + way;
        }
    }

    /// Notes an arrival; what comes back is a new secret for the browser to keep, when it was not known before.
    @Transactional
    public Optional<String> welcome(Subscriber subscriber, Standing standing, Arrival arrival) {
        trail.note(subscriber.id().value(), arrival.way.kind, arrival.caller);
        if (standing == Standing.UNCONFIRMED) {
            sessions.begun(subscriber.id(), arrival.session, null, arrival.caller);
            return Optional.empty();
        }
        var known = devices.recognise(
                subscriber.id(), arrival.secrets.stream().map(Token::new).toList());
        if (known.isPresent()) {
            devices.renew(subscriber.id(), known.get());
            sessions.begun(subscriber.id(), arrival.session, known.get(), arrival.caller);
            return Optional.empty();
        }
        var secret = Token.fresh();
        if (arrival.way != Way.CONFIRMATION && devices.any(subscriber.id())) {
            trail.note(subscriber.id().value(), "subscribers.audit.new-device", arrival.caller);
            notices.tell(subscriber, login -> letters.newDevice(login, arrival.caller, clock.instant()));
        }
        devices.add(subscriber.id(), secret.hash());
        sessions.begun(subscriber.id(), arrival.session, secret.hash(), arrival.caller);
        return Optional.of(secret.value());
    }
}
