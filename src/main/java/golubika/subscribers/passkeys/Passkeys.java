package golubika.subscribers.passkeys;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.site.Texts;
import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.Letters;
import golubika.subscribers.Notices;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;

/// A person's passkeys: added, named and removed by whoever is signed in and has shown lately who they are. Each coming
/// and going is told to the owner.
@Component
public class Passkeys implements CabinetRemoval {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RelyingParty party;
    private final CredentialBook credentials;
    private final Challenges challenges;
    private final AuditTrail trail;
    private final Notices notices;
    private final Letters letters;
    private final Texts texts;

    Passkeys(
            JdbcClient jdbc,
            TransactionOperations transaction,
            RelyingParty party,
            CredentialBook credentials,
            Challenges challenges,
            AuditTrail trail,
            Notices notices,
            Letters letters,
            Texts texts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.party = party;
        this.credentials = credentials;
        this.challenges = challenges;
        this.trail = trail;
        this.notices = notices;
        this.letters = letters;
        this.texts = texts;
    }

    /// What became of the wish to add one.
    public enum Outcome {
        ADDED,

        /// It was too late, this authenticator has one already, or what came does not fit.
        FAILED,
        TOO_MANY
    }

    /// The person's passkeys, the oldest first.
    public List<Passkey> of(SubscriberId subscriber) {
        return jdbc.sql("""
                select passkey_id, name, added_at, used_at from passkey
                where subscriber_id = :subscriber
                order by added_at, passkey_id
                """)
                .param("subscriber", subscriber.value())
                .query((row, number) -> {
                    var used = row.getTimestamp("used_at");
                    return new Passkey(
                            row.getObject("passkey_id", UUID.class),
                            row.getString("name"),
                            row.getTimestamp("added_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /// What to ask the browser in which the person wants to add one.
    public Question ask(Subscriber subscriber) {
        var challenge = Bytes.random();
        return new Question(
                Protocol.write(party.creation(subscriber, challenge)),
                challenges.carry(purpose(subscriber.id()), challenge));
    }

    /// @param answer  JSON of the browser's credential
    /// @param carried what the browser kept of the question
    /// @param name    as typed; empty for the name of the device
    public Outcome add(Subscriber subscriber, String answer, String carried, String name, Caller caller) {
        var credential = Protocol.judged(() ->
                Protocol.read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {}));
        var challenge = challenges.redeem(purpose(subscriber.id()), carried);
        if (credential.isEmpty() || challenge.isEmpty()) {
            return Outcome.FAILED;
        }
        if (of(subscriber.id()).size() >= PasskeyLimits.MOST) {
            return Outcome.TOO_MANY;
        }
        var device = caller.device() == null ? texts.of("subscribers.passkeys.unnamed") : caller.device();
        var key = new RelyingPartyPublicKey(credential.get(), PasskeyName.of(name, device));
        var request = new ImmutableRelyingPartyRegistrationRequest(party.creation(subscriber, challenge.get()), key);
        return Objects.requireNonNull(transaction.execute(status -> {
            var added = Protocol.judged(() -> party.operations().registerCredential(request));
            added.map(CredentialRecord::getLabel).ifPresent(label -> {
                tell(subscriber, "subscribers.audit.passkey-added", label, caller);
                notices.mention(subscriber.id(), contact -> letters.passkeyAdded(contact, label));
            });
            return added.isPresent() ? Outcome.ADDED : Outcome.FAILED;
        }));
    }

    /// Gives one another name; a name of nothing changes nothing.
    public void rename(SubscriberId subscriber, UUID passkey, String name) {
        var chosen = PasskeyName.of(name, "");
        if (!chosen.isEmpty()) {
            jdbc.sql("update passkey set name = :name where subscriber_id = :subscriber and passkey_id = :passkey")
                    .param("name", chosen)
                    .param("subscriber", subscriber.value())
                    .param("passkey", passkey)
                    .update();
        }
    }

    /// Nobody comes in with it any longer. One that is gone already stays so.
    @Transactional
    public void remove(Subscriber subscriber, UUID passkey, Caller caller) {
        of(subscriber.id()).stream().filter(one -> one.id().equals(passkey)).forEach(one -> {
            credentials.remove(subscriber.id(), passkey);
            tell(subscriber, "subscribers.audit.passkey-removed", one.name(), caller);
            notices.mention(subscriber.id(), contact -> letters.passkeyRemoved(contact, one.name()));
        });
    }

    @Override
    @Transactional
    public void remove(SubscriberId subscriber) {
        jdbc.sql("delete from passkey_owner where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
        jdbc.sql("delete from passkey where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }

    private void tell(Subscriber subscriber, String kind, String name, Caller caller) {
        trail.note(subscriber.id().value(), kind, name, caller);
    }

    private static String purpose(SubscriberId subscriber) {
        return "add:" + subscriber;
    }
}
