package golubika.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the portal has sent, or is about to.
@Component
@Conditional(OnDemo.class)
public class DemoInbox {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    DemoInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param at when it was written
    public record Letter(
            String to,
            String channel,
            String subject,
            String text,
            @Nullable String link,
            @Nullable String code,
            Instant at) {}

    /// The newest letters, newest first.
    ///
    /// @param to their recipient; empty for those to anybody
    public List<Letter> letters(String to) {
        return jdbc.sql("""
                select recipient, channel, subject, body, link, code, put_at
                from outbox_message
                where :to in ('', recipient)
                order by put_at desc, message_id desc
                limit :most
                """)
                .param("to", to)
                .param("most", MOST)
                .query((row, n) -> new Letter(
                        row.getString("recipient"),
                        row.getString("channel"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("link"),
                        row.getString("code"),
                        row.getTimestamp("put_at").toInstant()))
                .list();
    }
}
