package golubika.accounts;

import golubika.accounts.PinApplication.Written;
import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.subscribers.SubscriberId;
import golubika.values.OrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What a person does with PIN applications (M13). There is one open by person and account; nothing here
/// tells whether what was written is right.
@Component
public class PinApplications {

    private final JdbcClient jdbc;
    private final PinApplicationRows rows;
    private final Trips trips;
    private final Holders holders;
    private final Limits limits;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    PinApplications(
            JdbcClient jdbc,
            PinApplicationRows rows,
            Trips trips,
            Holders holders,
            Limits limits,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.trips = trips;
        this.holders = holders;
        this.limits = limits;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What became of sending one.
    public enum Sending {
        SENT,
        /// One is open already, or there is nothing to ask for any more; the page of the account says what is so.
        ALREADY,
        TOO_MANY
    }

    /// The latest of a person on an account, to be asked together with others.
    public static Ask<Optional<PinApplication>> ask(SubscriberId subscriber, AccountId account) {
        return Ask.rows(
                        "select " + PinApplication.COLUMNS + """
                         from pin_application
                        where account_id = ? and subscriber_id = ?
                        order by sent_at desc, application_id desc
                        limit 1
                        """,
                        PinApplication::of,
                        account.value(),
                        subscriber.value())
                .map(found -> found.stream().findFirst());
    }

    public Optional<PinApplication> latest(SubscriberId subscriber, AccountId account) {
        return trips.ask(ask(subscriber, account));
    }

    /// Sends one to the supplier of the account.
    ///
    /// @param link one that allows [Deed#APPLY]
    public Sending send(SubscriberId subscriber, Link link, Written written, Caller caller) {
        if (isOpen(subscriber, link.account())) {
            return Sending.ALREADY;
        }
        var taken = new Taken(limits);
        var refused = taken.takeEach(List.of(
                new Bucket(AccountLimits.APPLYING, subscriber + ":" + link.account()),
                new Bucket(AccountLimits.APPLYING_BY_PERSON, subscriber.toString()),
                new Bucket(
                        AccountLimits.APPLYING_BY_NETWORK,
                        Network.of(caller.network()).value())));
        if (refused.isPresent()) {
            return isOpen(subscriber, link.account()) ? Sending.ALREADY : Sending.TOO_MANY;
        }
        var sent = taken.judge(() -> transaction.execute(status -> {
            var put = put(subscriber, link, written);
            if (put) {
                trail.note(subscriber.value(), "accounts.audit.applied", link.printedNumber(), caller);
            } else {
                status.setRollbackOnly();
            }
            return put;
        }));
        if (!Boolean.TRUE.equals(sent)) {
            taken.giveBack();
            return Sending.ALREADY;
        }
        return Sending.SENT;
    }

    /// Takes the open one back, and what was written with it; one that has been answered stays so.
    public void withdraw(SubscriberId subscriber, Link link, Caller caller) {
        transaction.executeWithoutResult(status -> {
            var withdrawn = jdbc.sql("""
                    update pin_application
                    set state = 'WITHDRAWN', closed_at = :now,
                        full_name = null, address = null, serial = null, comment = null
                    where account_id = :account and subscriber_id = :subscriber and state = 'SENT'
                    """)
                    .param("account", link.account().value())
                    .param("subscriber", subscriber.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            if (withdrawn > 0) {
                trail.note(subscriber.value(), "accounts.audit.application-withdrawn", link.printedNumber(), caller);
            }
        });
    }

    private boolean isOpen(SubscriberId subscriber, AccountId account) {
        return latest(subscriber, account)
                .filter(latest -> latest.state() == PinApplication.State.SENT)
                .isPresent();
    }

    // The link is locked: who opens the full version at this moment, or gives the account up, ends what is written
    // here.
    private boolean put(SubscriberId subscriber, Link link, Written written) {
        var basic = holders.lock(link.account(), subscriber)
                .filter(holder -> holder.level() == AccessLevel.BASIC)
                .isPresent();
        if (!basic || rows.isClosed(link.account())) {
            return false;
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, link.supplier().timeZone());
        return jdbc.sql("""
                insert into pin_application
                    (account_id, application_id, supplier, number, subscriber_id, full_name, address, serial, comment,
                     sent_at, due_on, state)
                values (:account, :id, :supplier, :number, :subscriber, :fullName, :address, :serial, :comment,
                        :now, :due, 'SENT')
                on conflict (account_id, subscriber_id) where state = 'SENT' do nothing
                """)
                        .param("account", link.account().value())
                        .param("id", OrderedId.at(now))
                        .param("supplier", link.supplier().code().value())
                        .param("number", nextNumber(link))
                        .param("subscriber", subscriber.value())
                        .param("fullName", written.fullName())
                        .param("address", written.address())
                        .param("serial", written.serial())
                        .param("comment", written.comment())
                        .param("now", Timestamp.from(now))
                        .param("due", link.supplier().answerBy(today))
                        .update()
                == 1;
    }

    private int nextNumber(Link link) {
        return jdbc.sql("""
                insert into pin_application_number as given (supplier, last_number) values (:supplier, 1)
                on conflict (supplier) do update set last_number = given.last_number + 1
                returning last_number
                """)
                .param("supplier", link.supplier().code().value())
                .query(Integer.class)
                .single();
    }
}
