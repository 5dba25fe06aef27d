package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
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
    private final Contacts contacts;
    private final Notices notices;
    private final AccountLetters letters;
    private final TransactionOperations transaction;
    private final AuditTrail trail;

    OpenFull(
            Proving proving,
            LinkRows rows,
            Holders holders,
            Contacts contacts,
            Notices notices,
            AccountLetters letters,
            TransactionOperations transaction,
            AuditTrail trail) {
        this.proving = proving;
        this.rows = rows;
        this.holders = holders;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.transaction = transaction;
        this.trail = trail;
    }

    /// @param kind the way that was chosen, as `Proof.kind` names it
    public Verdict open(SubscriberId subscriber, Link link, String kind, String typed, Caller caller) {
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
        rows.open(subscriber, link.account(), by);
        trail.note(subscriber.value(), "accounts.audit.full", link.printedNumber(), caller);
        var who = contacts.of(subscriber).login().masked();
        for (var owner : holders.ownersBut(link.account(), subscriber)) {
            notices.tell(owner, letters.leadingToPeople("opened", link, who));
            trail.note(owner.value(), "accounts.audit.opened-by-other", link.printedNumber(), Caller.PORTAL);
        }
    }
}
