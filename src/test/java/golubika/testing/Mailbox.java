package golubika.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The letters that the portal has written, as their recipients will read them.
public final class Mailbox {

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Letter(
            String subject,
            String body,
            @Nullable String link,
            @Nullable String code) {

        /// The path of the letter's link.
        public String linkPath() {
            if (link == null) {
                throw new AssertionError("a letter without a link: " + subject);
            }
            return link.replaceFirst("^https?://[^/]+", "");
        }
    }

    /// Letters to one recipient, the newest first; the clock may stand still, so the order of writing counts too.
    public List<Letter> of(String recipient) {
        return jdbc.sql("""
                select subject, body, link, code from outbox_message
                where recipient = :recipient order by put_at desc, message_id desc
                """).param("recipient", recipient).query(Letter.class).list();
    }
}
