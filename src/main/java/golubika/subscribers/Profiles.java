package golubika.subscribers;

import golubika.values.PlainText;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people tell of themselves after they have registered (M18).
@Component
public class Profiles {

    /// So many characters a name may have.
    public static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;

    Profiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param name    what to call the person; null while they have not said
    /// @param removal the day on which the cabinet is going to be deleted; null mostly
    public record Profile(@Nullable String name, @Nullable LocalDate removal) {

        static final Profile NOBODY = new Profile(null, null);
    }

    public Profile of(SubscriberId subscriber) {
        return jdbc.sql("select name, removal_due_at from subscriber where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .query((row, number) -> {
                    var due = row.getTimestamp("removal_due_at");
                    return new Profile(row.getString("name"), due == null ? null : Removals.day(due.toInstant()));
                })
                .optional()
                .orElse(Profile.NOBODY);
    }

    /// What stays of a name as typed; empty for none. What cannot be seen is dropped.
    public static Optional<String> name(String typed) {
        var name = PlainText.of(typed);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    public static boolean isTooLong(String name) {
        return name.codePointCount(0, name.length()) > LONGEST_NAME;
    }

    /// @param typed at most as long as a name may be; empty to be called by none
    @Transactional
    public void rename(Subscriber subscriber, String typed) {
        jdbc.sql("update subscriber set name = :name where subscriber_id = :subscriber")
                .param("subscriber", subscriber.id().value())
                .param("name", name(typed).orElse(null))
                .update();
    }
}
