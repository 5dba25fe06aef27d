package golubika.accounts;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Taken;
import golubika.notifications.Outbox;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The invitations that wait for an answer (B3). Each travels as a link that is good once and for fourteen days, by
/// whoever holds it: people have other addresses in the portal than their family knows. The owners learn who came.
@Component("accountInvitations")
public class Invitations {

    public static final Duration GOOD_FOR = Duration.ofDays(14);

    /// So many people may be invited to one account, those who have not answered yet among them.
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Holders holders;
    private final Contacts contacts;
    private final Limits limits;
    private final Outbox outbox;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Holders holders,
            Contacts contacts,
            Limits limits,
            Outbox outbox,
            AccountLetters letters,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.contacts = contacts;
        this.limits = limits;
        this.outbox = outbox;
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param contact where it went
    public record Invitation(
            UUID id, Login contact, Rights rights, SubscriberId invitedBy, Instant sentAt, Instant validUntil) {}

    /// What became of inviting somebody.
    public enum Sending {
        SENT,
        /// It is the inviter's own e-mail or phone.
        OWN_CONTACT,
        /// One invites too much, or one address is invited too much.
        TOO_MANY,
        /// The account has as many people as may be.
        FULL
    }

    /// The latest first.
    public List<Invitation> of(AccountId account) {
        return jdbc.sql("""
                select invitation_id, contact, may_send, may_pay, invited_by, sent_at, valid_until
                from invitation
                where account_id = :account and valid_until > :now
                order by sent_at desc, invitation_id
                """)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Invitations::invitation)
                .list();
    }

    /// Sends an invitation, in place of an earlier one to the same contact.
    public Sending invite(SubscriberId inviter, Link link, Login to, Rights rights, Caller caller) {
        if (contacts.of(inviter).all().contains(to)) {
            return Sending.OWN_CONTACT;
        }
        var waiting = of(link.account()).stream()
                .filter(invitation -> !invitation.contact.equals(to))
                .count();
        if (invited(link.account()) + waiting >= MOST) {
            return Sending.FULL;
        }
        var refused = new Taken(limits)
                .takeEach(List.of(
                        new Bucket(AccountLimits.INVITING, inviter.toString()),
                        new Bucket(AccountLimits.INVITED, to.value())));
        if (refused.isPresent()) {
            return Sending.TOO_MANY;
        }
        transaction.executeWithoutResult(status -> send(inviter, link, to, rights, caller));
        return Sending.SENT;
    }

    /// Takes an invitation back; one that has been answered stays so.
    public void withdraw(SubscriberId owner, Link link, UUID invitation, Caller caller) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                delete from invitation where account_id = :account and invitation_id = :id
                returning contact
                """)
                .param("account", link.account().value())
                .param("id", invitation)
                .query(String.class)
                .optional()
                .ifPresent(contact -> trail.note(
                        owner.value(),
                        "accounts.audit.withdrawn",
                        Login.of(contact).masked(),
                        caller)));
    }

    /// Forgets what nobody has answered in time; returns how many.
    int forgetOld() {
        return jdbc.sql("delete from invitation where valid_until <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private int invited(AccountId account) {
        return holders.invited(account).size();
    }

    private void send(SubscriberId inviter, Link link, Login to, Rights rights, Caller caller) {
        jdbc.sql("delete from invitation where account_id = :account and contact = :contact")
                .param("account", link.account().value())
                .param("contact", to.value())
                .update();
        var token = Token.fit(to);
        var now = clock.instant();
        var until = now.plus(GOOD_FOR);
        jdbc.sql("""
                insert into invitation
                    (account_id, invitation_id, token_hash, contact, may_send, may_pay, invited_by, sent_at, valid_until)
                values (:account, :id, :hash, :contact, :readings, :payment, :inviter, :now, :until)
                """)
                .param("account", link.account().value())
                .param("id", UUID.randomUUID())
                .param("hash", token.hash())
                .param("contact", to.value())
                .param("readings", rights.readings())
                .param("payment", rights.payment())
                .param("inviter", inviter.value())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
        var path = "/invitations/" + link.account() + "/" + token.value();
        var who = contacts.of(inviter).login().masked();
        outbox.put(letters.invitation(to, path, link, who, until));
        trail.note(inviter.value(), "accounts.audit.invited", to.masked(), caller);
    }

    static Invitation invitation(ResultSet row, int n) throws SQLException {
        return new Invitation(
                row.getObject("invitation_id", UUID.class),
                Login.of(row.getString("contact")),
                Rights.invited(row.getBoolean("may_send"), row.getBoolean("may_pay")),
                new SubscriberId(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("valid_until").toInstant());
    }
}
