package golubika.accounts;

import golubika.subscribers.SubscriberId;
import golubika.values.PlainText;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A person's accounts as they have them: under names of their own (B4), in their order.
@Component
public class OwnList {

    /// So many characters an own name may have.
    public static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;

    OwnList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Direction {
        UP,
        DOWN
    }

    public static boolean isTooLong(String typed) {
        var name = PlainText.of(typed);
        return name.codePointCount(0, name.length()) > LONGEST_NAME;
    }

    /// @param typed at most as long as a name may be; empty to call the account by its number
    @Transactional
    public void rename(SubscriberId subscriber, AccountId account, String typed) {
        var name = PlainText.of(typed);
        jdbc.sql("""
                update account_link set own_name = :name
                where subscriber_id = :subscriber and account_id = :account
                """)
                .param("subscriber", subscriber.value())
                .param("account", account.value())
                .param("name", name.isEmpty() ? null : name)
                .update();
    }

    /// Lets an account change places with its neighbour; the first stays the first and the last the last.
    @Transactional
    public void move(SubscriberId subscriber, AccountId account, Direction direction) {
        var order = locked(subscriber);
        var from = order.indexOf(account.value());
        var to = direction == Direction.UP ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, from, to);
        for (var place = 0; place < order.size(); place++) {
            jdbc.sql("""
                    update account_link set place = :place
                    where subscriber_id = :subscriber and account_id = :account and place <> :place
                    """)
                    .param("subscriber", subscriber.value())
                    .param("account", order.get(place))
                    .param("place", place + 1)
                    .update();
        }
    }

    private List<Long> locked(SubscriberId subscriber) {
        return jdbc.sql("""
                select account_id from account_link
                where subscriber_id = :subscriber
                order by place, linked_at, account_id
                for update
                """)
                .param("subscriber", subscriber.value())
                .query(Long.class)
                .list();
    }
}
