package golubika.accounts;

import golubika.accounts.Invitations.Invitation;
import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.subscribers.Contacts;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Token;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers an invitation: whoever holds its link, signed in, gets the account with the rights that it names.
@Component
public class AcceptInvitation {

    private final JdbcClient jdbc;
    private final Links links;
    private final LinkRows rows;
    private final Holders holders;
    private final Contacts contacts;
    private final Notices notices;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final Clock clock;

    AcceptInvitation(
            JdbcClient jdbc,
            Links links,
            LinkRows rows,
            Holders holders,
            Contacts contacts,
            Notices notices,
            AccountLetters letters,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.rows = rows;
        this.holders = holders;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a link offers.
    ///
    /// @param link the inviter's own
    public record Offer(Invitation invitation, Link link) {}

    /// What became of accepting.
    public enum Outcome {
        ACCEPTED,
        /// The person has the full version in their own right.
        OWNER_ALREADY,
        /// Answered, withdrawn or too old; which of these is nobody's business.
        UNUSABLE
    }

    /// Looks and changes nothing, since mail programs open links by themselves.
    public Optional<Offer> look(AccountId account, String token) {
        return find(account, token).flatMap(invitation -> offer(invitation, account));
    }

    @Transactional
    public Outcome accept(SubscriberId subscriber, AccountId account, String token, Caller caller) {
        return find(account, token)
                .filter(invitation -> holders.lockOwner(account, invitation.invitedBy()))
                .flatMap(invitation -> offer(invitation, account))
                .map(offer -> accept(subscriber, offer, caller))
                .orElse(Outcome.UNUSABLE);
    }

    private Outcome accept(SubscriberId subscriber, Offer offer, Caller caller) {
        var link = offer.link;
        var account = link.account();
        var held = holders.find(account, subscriber);
        if (held.filter(Holders.Holder::isOwner).isPresent()) {
            return Outcome.OWNER_ALREADY;
        }
        if (!take(offer.invitation, account)) {
            return Outcome.UNUSABLE;
        }
        var before = held.map(Holders.Holder::rights).filter(Rights::invited);
        var rights = before.map(offer.invitation.rights()::and).orElse(offer.invitation.rights());
        if (before.filter(rights::equals).isPresent()) {
            return Outcome.ACCEPTED; // they have all of it already, on the word of whoever gave it
        }
        rows.add(subscriber, new LinkRows.Numbered(account, link.supplier().code(), link.number()));
        if (!rows.invite(subscriber, account, rights, offer.invitation.invitedBy())) {
            return Outcome.OWNER_ALREADY;
        }
        trail.note(subscriber.value(), "accounts.audit.accepted", link.printedNumber(), caller);
        var who = contacts.of(subscriber).login().masked();
        for (var owner : holders.ownersBut(account, subscriber)) {
            notices.tell(owner, letters.leadingToPeople("joined", link, who));
            trail.note(owner.value(), "accounts.audit.joined", link.printedNumber() + " (" + who + ")", Caller.PORTAL);
        }
        return Outcome.ACCEPTED;
    }

    // Of two who follow one link at once, the database lets the first.
    private boolean take(Invitation invitation, AccountId account) {
        return jdbc.sql("delete from invitation where account_id = :account and invitation_id = :id")
                        .param("account", account.value())
                        .param("id", invitation.id())
                        .update()
                == 1;
    }

    private Optional<Offer> offer(Invitation invitation, AccountId account) {
        return links.find(invitation.invitedBy(), account)
                .filter(Link::isOwner) // an invitation stays good while the supplier's service is down
                .map(link -> new Offer(invitation, link));
    }

    private Optional<Invitation> find(AccountId account, String token) {
        return jdbc.sql("""
                select invitation_id, contact, may_send, may_pay, invited_by, sent_at, valid_until
                from invitation
                where account_id = :account and token_hash = :hash and valid_until > :now
                """)
                .param("account", account.value())
                .param("hash", new Token(token).hash())
                .param("now", Timestamp.from(clock.instant()))
                .query(Invitations::invitation)
                .optional();
    }
}
