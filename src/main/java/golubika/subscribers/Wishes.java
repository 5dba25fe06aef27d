package golubika.subscribers;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people want to be reminded of. Who has never chosen wants everything.
@Component
public class Wishes {

    private final JdbcClient jdbc;

    Wishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Topic> of(SubscriberId subscriber) {
        var wanted = EnumSet.allOf(Topic.class);
        jdbc.sql("select topic from unwanted_notice where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query(Topic.class)
                .list()
                .forEach(wanted::remove);
        return wanted;
    }

    @Transactional
    public void keep(SubscriberId subscriber, Set<Topic> wanted) {
        for (var topic : Topic.values()) {
            jdbc.sql(
                            wanted.contains(topic)
                                    ? "delete from unwanted_notice where subscriber_id = :subscriber and topic = :topic"
                                    : """
                            insert into unwanted_notice (subscriber_id, topic) values (:subscriber, :topic)
                            on conflict do nothing
                            """)
                    .param("subscriber", subscriber.value())
                    .param("topic", topic.name())
                    .update();
        }
    }
}
