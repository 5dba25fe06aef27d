package golubika.accounts;

import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The two rows of each link: by subscriber for their list, by account for its holders. Whoever calls has a
/// transaction, so that they are never at odds.
@Component
class LinkRows {

    private final JdbcClient jdbc;
    private final List<LinkEnd> ends;
    private final PinApplicationRows applications;
    private final Clock clock;

    LinkRows(JdbcClient jdbc, List<LinkEnd> ends, PinApplicationRows applications, Clock clock) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.applications = applications;
        this.clock = clock;
    }

    /// An account as its number names it.
    record Numbered(AccountId account, SupplierCode supplier, String number) {}

    /// Adds a link in the BASIC version, last in the person's list; false when there is one already.
    boolean add(SubscriberId subscriber, Numbered account) {
        var now = Timestamp.from(clock.instant());
        var added = jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at, place)
                values (:subscriber, :account, :supplier, :number, 'BASIC', :now, :place)
                on conflict (subscriber_id, account_id) do nothing
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.account.value())
                .param("supplier", account.supplier.value())
                .param("number", account.number)
                .param("now", now)
                .param("place", lastPlace(subscriber) + 1)
                .update();
        if (added == 0) {
            return false;
        }
        jdbc.sql("""
                insert into account_subscriber (account_id, subscriber_id, level, linked_at)
                values (:account, :subscriber, 'BASIC', :now)
                """)
                .param("account", account.account.value())
                .param("subscriber", subscriber.value())
                .param("now", now)
                .update();
        return true;
    }

    /// Makes a link FULL in its own right; false when it is so already, or there is none any more.
    ///
    /// @param by the proof, or `supplier` where the number alone is enough
    boolean open(SubscriberId subscriber, AccountId account, String by) {
        return set(subscriber, account, Rights.OWN, by, null);
    }

    /// Makes a link FULL on somebody's word; false when it is so in its own right.
    boolean invite(SubscriberId subscriber, AccountId account, Rights rights, SubscriberId invitedBy) {
        return set(subscriber, account, rights, null, invitedBy);
    }

    private boolean set(
            SubscriberId subscriber,
            AccountId account,
            Rights rights,
            @Nullable String by,
            @Nullable SubscriberId invitedBy) {
        var changed = jdbc.sql("""
                update account_subscriber
                set level = 'FULL', opened_at = :now, opened_by = :by, invited_by = :invitedBy,
                    may_send = :readings, may_pay = :payment
                where account_id = :account and subscriber_id = :subscriber
                  and (level = 'BASIC' or invited_by is not null)
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("invitedBy", invitedBy == null ? null : invitedBy.value())
                .param("readings", rights.readings())
                .param("payment", rights.payment())
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("""
                update account_link
                set level = 'FULL', invited = :invited, may_send = :readings, may_pay = :payment
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .param("invited", rights.invited())
                .param("readings", rights.readings())
                .param("payment", rights.payment())
                .update();
        applications.opened(subscriber, account);
        return true;
    }

    /// Gives an invited person other rights; false when there is no such person any more.
    boolean change(SubscriberId subscriber, AccountId account, Rights rights) {
        var changed = jdbc.sql("""
                update account_subscriber set may_send = :readings, may_pay = :payment
                where account_id = :account and subscriber_id = :subscriber and invited_by is not null
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .param("readings", rights.readings())
                .param("payment", rights.payment())
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("""
                update account_link set may_send = :readings, may_pay = :payment
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .param("readings", rights.readings())
                .param("payment", rights.payment())
                .update();
        return true;
    }

    /// Ends a link with what rests on it; false when there is none. Its row by account goes first: who accepts an
    /// invitation locks it.
    boolean remove(SubscriberId subscriber, AccountId account) {
        var removed = jdbc.sql("""
                delete from account_subscriber where account_id = :account and subscriber_id = :subscriber
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .update();
        jdbc.sql("delete from account_link where subscriber_id = :subscriber and account_id = :account")
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .update();
        ends.forEach(end -> end.ended(subscriber, account));
        return removed == 1;
    }

    private int lastPlace(SubscriberId subscriber) {
        return jdbc.sql("select coalesce(max(place), 0) from account_link where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(Integer.class)
                .single();
    }
}
