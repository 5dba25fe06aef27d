package golubika.subscribers.passkeys;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.subscribers.Consents;
import golubika.subscribers.Proof;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Subscribers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Coming in with a passkey: it names its owner and shows that they have unlocked it just now.
@Component
public class PasskeySignIn {

    private static final String PURPOSE = "enter";

    private final RelyingParty party;
    private final CredentialBook credentials;
    private final Challenges challenges;
    private final Subscribers subscribers;
    private final Consents consents;
    private final Limits limits;
    private final AuditTrail trail;

    PasskeySignIn(
            RelyingParty party,
            CredentialBook credentials,
            Challenges challenges,
            Subscribers subscribers,
            Consents consents,
            Limits limits,
            AuditTrail trail) {
        this.party = party;
        this.credentials = credentials;
        this.challenges = challenges;
        this.subscribers = subscribers;
        this.consents = consents;
        this.limits = limits;
        this.trail = trail;
    }

    /// What became of an attempt to come in.
    public sealed interface Outcome {
        /// @param proof to be looked at once more by [golubika.subscribers.Arrivals]
        record Welcome(Subscriber subscriber, Standing standing, Proof proof) implements Outcome {}

        /// The browser has a passkey that we do not have, or have no longer.
        record Unknown() implements Outcome {}

        /// It was too late, or what came does not fit.
        record Failed() implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Duration pause) implements Outcome {}
    }

    /// What to ask the browser, which passkey or whose we do not know.
    public Question ask() {
        var challenge = Bytes.random();
        return new Question(Protocol.write(party.request(challenge)), challenges.carry(PURPOSE, challenge));
    }

    /// @param answer  JSON of the browser's credential
    /// @param carried what the browser kept of the question
    public Outcome signIn(String answer, String carried, Caller caller) {
        var network = Network.of(caller.network()).value();
        if (!limits.take(PasskeyLimits.PASSKEY_BY_NETWORK, network)) {
            return new Outcome.TooOften(limits.wait(PasskeyLimits.PASSKEY_BY_NETWORK, network));
        }
        var credential = Protocol.judged(() ->
                Protocol.read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {}));
        var challenge = challenges.redeem(PURPOSE, carried);
        if (credential.isEmpty() || challenge.isEmpty()) {
            return new Outcome.Failed();
        }
        var key = Optional.ofNullable(credential.get().getRawId());
        var owner = key.flatMap(credentials::owner).flatMap(subscribers::find);
        if (owner.isEmpty()) {
            return new Outcome.Unknown();
        }
        var proved = prove(owner.get().id(), challenge.get(), credential.get());
        if (proved.isEmpty()) {
            trail.note(owner.get().id().value(), "subscribers.audit.passkey-failed", caller);
            return new Outcome.Failed();
        }
        limits.giveBack(PasskeyLimits.PASSKEY_BY_NETWORK, network);
        var id = owner.get().id();
        return new Outcome.Welcome(owner.get(), consents.standing(id), () -> credentials.holds(id, key.orElseThrow()));
    }

    private Optional<Bytes> prove(
            SubscriberId owner, Bytes challenge, PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        return Protocol.judged(() -> {
            var named = credential.getResponse().getUserHandle();
            if (named != null && !named.equals(CredentialBook.handle(owner))) {
                throw new IllegalArgumentException("it names somebody else");
            }
            var request = new RelyingPartyAuthenticationRequest(party.request(challenge), credential);
            return party.operations().authenticate(request).getId();
        });
    }
}
