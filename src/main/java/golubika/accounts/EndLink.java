package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.subscribers.Contacts;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes an account out of a cabinet: the owner's own wish, or that of another. Whoever was invited by a person loses
/// the account together with them, so that nobody goes on looking on the word of who has moved out. What has been sent
/// and paid stays.
@Component
public class EndLink {

    private final JdbcClient jdbc;
    private final LinkRows rows;
    private final Holders holders;
    private final Proving proving;
    private final Contacts contacts;
    private final Notices notices;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final TransactionOperations transaction;

    EndLink(
            JdbcClient jdbc,
            LinkRows rows,
            Holders holders,
            Proving proving,
            Contacts contacts,
            Notices notices,
            AccountLetters letters,
            AuditTrail trail,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.holders = holders;
        this.proving = proving;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// A proof to show anew.
    ///
    /// @param kind as `Proof.kind` names it
    public record Shown(String kind, String typed) {}

    /// The person gives the account up. The owners learn of it when it was more than BASIC.
    public void leave(SubscriberId subscriber, Link link, Caller caller) {
        transaction.executeWithoutResult(status -> {
            if (end(subscriber, link)) {
                trail.note(subscriber.value(), "accounts.audit.left", link.printedNumber(), caller);
                if (link.isFull()) {
                    tellOwners(subscriber, subscriber, link);
                }
            }
        });
    }

    /// An owner takes somebody's access away. Another owner's takes the proof anew: of two who both know the PIN, it is
    /// whoever holds the present bill or the meter; and who was put out unjustly comes back the same way.
    ///
    /// @param shown judged only where the other is an owner
    /// @return empty when there is nobody to put out: nobody puts themselves out here
    public Optional<Verdict> revoke(SubscriberId owner, Link link, SubscriberId person, Shown shown, Caller caller) {
        var other = holders.find(link.account(), person).filter(holder -> !person.equals(owner));
        if (other.isEmpty()) {
            return Optional.empty();
        }
        var takesProof = other.get().isOwner();
        if (takesProof) {
            var verdict = proving.judge(owner, link, shown.kind, shown.typed, caller);
            if (verdict != Verdict.RIGHT) {
                return Optional.of(verdict);
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> revoke(owner, link, person, takesProof, caller)));
    }

    // Who knew the number alone may have become an owner since: then it takes the proof.
    private Optional<Verdict> revoke(
            SubscriberId owner, Link link, SubscriberId person, boolean proved, Caller caller) {
        if (!holders.lockOwner(link.account(), owner)) {
            return Optional.empty();
        }
        return holders.lock(link.account(), person).map(other -> {
            if (other.isOwner() && !proved) {
                return Verdict.NOT_OFFERED;
            }
            putOut(owner, link, other, caller);
            return Verdict.RIGHT;
        });
    }

    private void putOut(SubscriberId owner, Link link, Holders.Holder other, Caller caller) {
        var person = other.subscriber();
        end(person, link);
        if (other.level() == AccessLevel.FULL) {
            notices.tell(person, letters.ended("ended", link));
        } else {
            notices.mention(person, letters.ended("ended", link));
        }
        trail.note(person.value(), "accounts.audit.ended", link.printedNumber(), Caller.PORTAL);
        var who = contacts.of(person).login().masked();
        trail.note(owner.value(), "accounts.audit.revoked", who, caller);
        if (other.level() == AccessLevel.FULL) {
            tellOwners(person, owner, link);
        }
    }

    /// Ends the link in the caller's transaction, and those that rest on it; false when it has ended already.
    boolean end(SubscriberId subscriber, Link link) {
        if (!rows.remove(subscriber, link.account())) {
            return false;
        }
        jdbc.sql("delete from invitation where account_id = :account and invited_by = :subscriber")
                .param("account", link.account().value())
                .param("subscriber", subscriber.value())
                .update();
        holders.invited(link.account()).stream()
                .filter(holder -> subscriber.equals(holder.invitedBy()))
                .map(Holders.Holder::subscriber)
                .filter(invited -> rows.remove(invited, link.account()))
                .forEach(invited -> {
                    notices.tell(invited, letters.ended("ended-with", link));
                    trail.note(invited.value(), "accounts.audit.ended", link.printedNumber(), Caller.PORTAL);
                });
        return true;
    }

    private void tellOwners(SubscriberId gone, SubscriberId actor, Link link) {
        var who = contacts.of(gone).login().masked();
        holders.ownersBut(link.account(), actor)
                .forEach(owner -> notices.mention(owner, letters.leadingToPeople("left", link, who)));
    }
}
