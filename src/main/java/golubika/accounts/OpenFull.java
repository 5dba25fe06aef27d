package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.subscribers.Contacts;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Opens the full version of an account to a subscriber who proves that it is theirs. Those who have it already are
/// told: a PIN may have been read by somebody else.
@Component
public class OpenFull {

    private final Proving proving;
    private final LinkRows rows;
    private final Holders holders;
    private final Limits limits;
    private final Contacts contacts;
    private final Notices notices;
    private final AccountLetters letters;
    private final TransactionOperations transaction;
    private final AuditTrail trail;

    OpenFull(
            Proving proving,
            LinkRows rows,
            Holders holders,
            Limits limits,
            Contacts contacts,
            Notices notices,
            AccountLetters letters,
            TransactionOperations transaction,
            AuditTrail trail) {
        this.proving = proving;
        this.rows = rows;
        this.holders = holders;
        this.limits = limits;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.transaction = transaction;
        this.trail = trail;
    }

    /// Whoever is an owner already has nothing to prove, and changes nothing.
    ///
    /// @param kind the way that was chosen, as `Proof.kind` names it
    public Verdict open(SubscriberId subscriber, Link link, String kind, String typed, Caller caller) {
        if (link.isOwner()) {
            return Verdict.RIGHT;
        }
        var verdict = proving.judge(subscriber, link, kind, typed, caller);
        if (verdict == Verdict.RIGHT) {
            transaction.executeWithoutResult(status -> open(subscriber, link, kind, caller));
        }
        return verdict;
    }

    /// Opens it in the caller's transaction, and tells the owners.
    ///
    /// @param by the proof, or `supplier` where the number alone is enough
    void open(SubscriberId subscriber, Link link, String by, Caller caller) {
        if (!rows.open(subscriber, link.account(), by)) {
            return;
        }
        trail.note(subscriber.value(), "accounts.audit.full", link.printedNumber(), caller);
        var owners = holders.ownersBut(link.account(), subscriber);
        if (owners.isEmpty()) {
            return;
        }
        var letter = letters.leadingToPeople(
                "opened", link, contacts.of(subscriber).login().masked());
        var always = limits.take(AccountLimits.OPENED_TOLD, link.account().toString());
        for (var owner : owners) {
            if (always) {
                notices.tell(owner, letter);
            } else {
                notices.mention(owner, letter);
            }
            trail.note(owner.value(), "accounts.audit.opened-by-other", link.printedNumber(), Caller.PORTAL);
        }
    }
}
