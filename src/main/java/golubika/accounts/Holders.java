package golubika.accounts;

import golubika.subscribers.SubscriberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is connected to an account.
@Component
public class Holders {

    private static final String LINKS = """
            select subscriber_id, level, linked_at, opened_at, opened_by, invited_by, may_send, may_pay
            from account_subscriber
            where account_id = :account
            """;

    private final JdbcClient jdbc;

    Holders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One person's link, seen from the account.
    ///
    /// @param since     when the present access began
    /// @param openedBy  the proof, or `supplier`; null in BASIC and for who was invited
    /// @param invitedBy on whose word; null for who needed none
    public record Holder(
            SubscriberId subscriber,
            AccessLevel level,
            Rights rights,
            Instant since,
            @Nullable String openedBy,
            @Nullable SubscriberId invitedBy) {

        /// FULL in their own right: they may invite others, and are told what happens to the account.
        public boolean isOwner() {
            return level == AccessLevel.FULL && !rights.invited();
        }
    }

    /// The first of them: owners, then who was invited, then BASIC; the oldest link first. Anybody can know a number,
    /// so there may be any number of people.
    public List<Holder> first(AccountId account, int most) {
        return jdbc.sql(LINKS + """
                order by level desc, invited_by is not null, coalesce(opened_at, linked_at), subscriber_id
                limit :most
                """)
                .param("account", account.value())
                .param("most", most)
                .query(Holders::holder)
                .list();
    }

    public int count(AccountId account) {
        return jdbc.sql("select count(*) from account_subscriber where account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    public Optional<Holder> find(AccountId account, SubscriberId subscriber) {
        return one(account, subscriber, "");
    }

    /// The same, and nobody changes or ends it until the transaction ends.
    Optional<Holder> lock(AccountId account, SubscriberId subscriber) {
        return one(account, subscriber, "for update");
    }

    private Optional<Holder> one(AccountId account, SubscriberId subscriber, String locking) {
        return jdbc.sql(LINKS + "and subscriber_id = :subscriber " + locking)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .query(Holders::holder)
                .optional();
    }

    /// Those who look on somebody's word.
    public List<Holder> invited(AccountId account) {
        return jdbc.sql(LINKS + "and invited_by is not null order by subscriber_id")
                .param("account", account.value())
                .query(Holders::holder)
                .list();
    }

    /// Those with FULL in their own right, but for one.
    List<SubscriberId> ownersBut(AccountId account, SubscriberId subscriber) {
        return jdbc.sql("""
                select subscriber_id from account_subscriber
                where account_id = :account and level = 'FULL' and invited_by is null and subscriber_id <> :subscriber
                order by subscriber_id
                """)
                .param("account", account.value())
                .param("subscriber", subscriber.value())
                .query((row, n) -> new SubscriberId(row.getObject("subscriber_id", UUID.class)))
                .list();
    }

    /// Whether somebody is an owner, and stays one until the transaction ends. All owners are locked in one order, so
    /// that two who put each other out do not wait for each other.
    boolean lockOwner(AccountId account, SubscriberId subscriber) {
        return jdbc.sql("""
                select subscriber_id from account_subscriber
                where account_id = :account and level = 'FULL' and invited_by is null
                order by subscriber_id
                for update
                """)
                .param("account", account.value())
                .query(UUID.class)
                .list()
                .contains(subscriber.value());
    }

    private static Holder holder(ResultSet row, int n) throws SQLException {
        var invitedBy = row.getObject("invited_by", UUID.class);
        var openedAt = row.getTimestamp("opened_at");
        Timestamp since = openedAt == null ? row.getTimestamp("linked_at") : openedAt;
        return new Holder(
                new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                AccessLevel.valueOf(row.getString("level")),
                new Rights(invitedBy != null, row.getBoolean("may_send"), row.getBoolean("may_pay")),
                since.toInstant(),
                row.getString("opened_by"),
                invitedBy == null ? null : new SubscriberId(invitedBy));
    }
}
