package golubika.subscribers.passkeys;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.subscribers.KeyRing;
import golubika.subscribers.SubscriberId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes passkeys off that a thief may have added.
@Component
class OwnKeyRing implements KeyRing {

    private final Passkeys passkeys;
    private final CredentialBook credentials;
    private final AuditTrail trail;

    OwnKeyRing(Passkeys passkeys, CredentialBook credentials, AuditTrail trail) {
        this.passkeys = passkeys;
        this.credentials = credentials;
        this.trail = trail;
    }

    @Override
    public List<String> names(SubscriberId subscriber) {
        return passkeys.of(subscriber).stream().map(Passkey::name).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Cleared clear(SubscriberId subscriber, Instant since, Caller caller) {
        var fresh = passkeys.of(subscriber).stream()
                .filter(passkey -> passkey.addedAt().isAfter(since))
                .toList();
        fresh.forEach(passkey -> {
            credentials.remove(subscriber, passkey.id());
            trail.note(subscriber.value(), "subscribers.audit.passkey-removed", passkey.name(), caller);
        });
        return new Cleared(fresh.stream().map(Passkey::name).toList(), names(subscriber));
    }
}
