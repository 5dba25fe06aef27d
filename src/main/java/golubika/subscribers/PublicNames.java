package golubika.subscribers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people are called before others who share something with them.
@Component
public class PublicNames {

    private final JdbcClient jdbc;

    PublicNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param name   the name that they have given themselves; null while they have not
    /// @param masked the login as others may see it
    public record PublicName(@Nullable String name, String masked) {

        /// The name, or else the masked login.
        public String shown() {
            return name == null ? masked : name;
        }
    }

    /// Those of people who have a cabinet.
    public Map<SubscriberId, PublicName> of(Collection<SubscriberId> people) {
        var names = new HashMap<SubscriberId, PublicName>();
        if (people.isEmpty()) {
            return names;
        }
        jdbc.sql("select subscriber_id, name, login from subscriber where subscriber_id in (:people)")
                .param("people", people.stream().map(SubscriberId::value).toList())
                .query(row -> {
                    names.put(
                            new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                            new PublicName(
                                    row.getString("name"),
                                    Login.of(row.getString("login")).masked()));
                });
        return names;
    }
}
