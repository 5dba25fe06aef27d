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

    private final Subscribers subscribers;
    private final KnownDevices devices;
    private final SessionDevices sessionDevices;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Notices notices;
    private final Letters letters;
    private final Clock clock;

    Arrivals(
            Subscribers subscribers,
            KnownDevices devices,
            SessionDevices sessionDevices,
            Sessions sessions,
            AuditTrail trail,
            Notices notices,
            Letters letters,
            Clock clock) {
        this.subscribers = subscribers;
        this.devices = devices;
        this.sessionDevices = sessionDevices;
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
    /// @param proof   what has been shown
    /// @param session id of the session that has just begun
    /// @param secrets of known devices, whoever's
    public record Arrival(Way way, Proof proof, String session, Caller caller, List<String> secrets) {

        public Arrival {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Arrival " + way;
        }
    }

    /// What became of an arrival.
    public sealed interface Outcome {
        /// @param secret a new one for the browser to keep, when it was not known before
        record Inside(Optional<String> secret) implements Outcome {

            @Override
            public String toString() {
                return "Inside";
            }
        }

        /// What was shown no longer lets in; nothing has been noted.
        record TooLate() implements Outcome {}
    }

    /// Notes an arrival. The session must be stored by now: whoever ends all sessions of the person either makes this
    /// one too late, or finds it.
    @Transactional
    public Outcome welcome(Subscriber subscriber, Standing standing, Arrival arrival) {
        if (!subscribers.admit(subscriber) || !arrival.proof.holds()) {
            return new Outcome.TooLate();
        }
        trail.note(subscriber.id().value(), arrival.way.kind, arrival.caller);
        if (standing == Standing.UNCONFIRMED) {
            sessions.begun(subscriber.id(), arrival.session, null, arrival.caller);
            return new Outcome.Inside(Optional.empty());
        }
        var first = subscribers.cameIn(subscriber.id());
        var device = device(subscriber.id(), arrival.secrets);
        if (device.secret.isPresent() && !first && arrival.way != Way.CONFIRMATION) {
            trail.note(subscriber.id().value(), "subscribers.audit.new-device", arrival.caller);
            notices.mention(subscriber.id(), login -> letters.newDevice(login, arrival.caller, clock.instant()));
        }
        sessions.begun(subscriber.id(), arrival.session, device.hash, arrival.caller);
        return new Outcome.Inside(device.secret);
    }

    /// The cabinet of a session has been confirmed elsewhere: from now on its browser is one that the person came in
    /// with.
    ///
    /// @return a new secret for the browser to keep, when it was not known before
    @Transactional
    public Optional<String> confirmedElsewhere(SubscriberId subscriber, String session, List<String> secrets) {
        subscribers.cameIn(subscriber);
        var device = device(subscriber, secrets);
        sessionDevices.known(subscriber, session, device.hash);
        return device.secret;
    }

    /// @param secret of a browser that has just become known
    private record Device(byte[] hash, Optional<String> secret) {}

    private Device device(SubscriberId subscriber, List<String> secrets) {
        var known =
                devices.recognise(subscriber, secrets.stream().map(Token::new).toList());
        if (known.isPresent()) {
            devices.renew(subscriber, known.get());
            return new Device(known.get(), Optional.empty());
        }
        var secret = Token.fresh();
        devices.add(subscriber, secret.hash());
        return new Device(secret.hash(), Optional.of(secret.value()));
    }
}
