package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.subscribers.Contacts;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives somebody who was invited other rights; they are told, unless that would be a letter every minute.
@Component
public class ChangeRights {

    private final LinkRows rows;
    private final Holders holders;
    private final Contacts contacts;
    private final Notices notices;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final Limits limits;

    ChangeRights(
            LinkRows rows,
            Holders holders,
            Contacts contacts,
            Notices notices,
            AccountLetters letters,
            AuditTrail trail,
            Limits limits) {
        this.rows = rows;
        this.holders = holders;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.limits = limits;
    }

    /// False when nobody of that id is invited; the same rights once more tell nobody.
    @Transactional
    public boolean change(SubscriberId owner, Link link, SubscriberId person, Rights rights, Caller caller) {
        var invited = holders.find(link.account(), person)
                .filter(holder -> holder.rights().invited());
        if (invited.isEmpty()) {
            return false;
        }
        if (!invited.get().rights().equals(rights) && rows.change(person, link.account(), rights)) {
            if (limits.take(AccountLimits.RIGHTS_TOLD, link.account() + " " + person)) {
                notices.mention(person, letters.rights(link, rights));
            }
            trail.note(person.value(), "accounts.audit.own-rights", link.printedNumber(), Caller.PORTAL);
            trail.note(
                    owner.value(),
                    "accounts.audit.rights",
                    contacts.of(person).login().masked(),
                    caller);
        }
        return true;
    }
}
