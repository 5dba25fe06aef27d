package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.subscribers.ContactChange.Actor;
import golubika.subscribers.ContactChange.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes what a person's contacts have become, and tells whoever should know: every contact that
/// there was before, and the audit trail.
/// When the login changes, sessions elsewhere end, since they know the person by the old one.
@Component
class OwnContacts {

    private final Contacts contacts;
    private final WantedContacts wanted;
    private final Cabinets cabinets;
    private final Unconfirmed unconfirmed;
    private final Sessions sessions;
    private final Notices notices;
    private final Letters letters;
    private final AuditTrail audit;
    private final Clock clock;

    OwnContacts(
            Contacts contacts,
            WantedContacts wanted,
            Cabinets cabinets,
            Unconfirmed unconfirmed,
            Sessions sessions,
            Notices notices,
            Letters letters,
            AuditTrail audit,
            Clock clock) {
        this.contacts = contacts;
        this.wanted = wanted;
        this.cabinets = cabinets;
        this.unconfirmed = unconfirmed;
        this.sessions = sessions;
        this.notices = notices;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a contact, shown to be the person's, one that lets them in, and discards what strangers registered with
    /// it.
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome take(Actor actor, Login fresh) {
        var claims = contacts.claims(fresh);
        if (claims.stream().anyMatch(Contacts.Claim::confirmed)) {
            return new Outcome.Taken();
        }
        var held = contacts.lock(actor.subscriber());
        var old = held.of(fresh.kind());
        cabinets.claim(fresh, actor.subscriber(), clock.instant(), true);
        claims.forEach(other -> unconfirmed.discard(other.subscriber(), fresh.value()));
        old.ifPresent(former -> contacts.release(actor.subscriber(), former));
        wanted.forget(actor.subscriber());
        notices.tell(
                held.all(),
                contact -> old.map(former -> letters.contactReplaced(contact, former, fresh))
                        .orElseGet(() -> letters.contactAdded(contact, fresh)));
        audit.note(actor.subscriber().value(), "subscribers.audit.contact", fresh.masked(), actor.caller());
        return changed(actor, held, held.with(fresh), fresh);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Outcome remove(Actor actor, Login.Kind kind) {
        var held = contacts.lock(actor.subscriber());
        var removed = held.of(kind);
        var kept = held.login().kind() == kind ? held.other() : Optional.of(held.login());
        if (removed.isEmpty() || kept.isEmpty()) {
            return new Outcome.Outdated();
        }
        contacts.release(actor.subscriber(), removed.get());
        notices.tell(held.all(), contact -> letters.contactRemoved(contact, removed.get()));
        audit.note(
                actor.subscriber().value(),
                "subscribers.audit.contact-removed",
                removed.get().masked(),
                actor.caller());
        return changed(actor, held, new Contacts.Held(kept.get(), Optional.empty()), removed.get());
    }

    private Outcome changed(Actor actor, Contacts.Held before, Contacts.Held after, Login done) {
        contacts.keep(actor.subscriber(), after);
        if (!after.login().equals(before.login())) {
            sessions.endOthers(actor.subscriber(), actor.session());
        }
        return new Outcome.Changed(after.login(), done);
    }
}
