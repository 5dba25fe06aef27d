package golubika.support;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much of one person's files we keep: of a subscriber, of all their requests; of a guest, also of the other
/// requests
/// whose writer has shown that the same address is theirs. What strangers send in their name takes no room of theirs.
@Component
class KeptBytes {

    /// A hundred photos, or five of the largest PDFs.
    static final long MOST = 50L * 1024 * 1024;

    private final JdbcClient jdbc;

    KeptBytes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// More has come at once than is kept. What was about to be added is not.
    static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    long of(UUID writer, @Nullable String guestMail) {
        return jdbc.sql(
                        "select coalesce(sum(size), 0) from support_file where writer_id in (:all) and content is not null")
                .param("all", all(writer, guestMail))
                .query(Long.class)
                .single();
    }

    /// Of the requests of guests from an address that is shown to be theirs.
    long ofGuest(String mail) {
        return of(new UUID(0, 0), mail);
    }

    /// Looks again when files have been added, before the transaction ends: of those who add at once, the later sees
    /// the
    /// earlier.
    void check(Row row, Said said) {
        if (said.files().isEmpty()) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))")
                .param("whose", "support_file " + (row.guestMail() == null ? row.writer() : row.guestMail()))
                .query((found, n) -> n)
                .list();
        if (of(row.writer(), row.guestMail()) > MOST) {
            throw new TooMuch();
        }
    }

    private List<UUID> all(UUID writer, @Nullable String guestMail) {
        return jdbc.sql("""
                select :writer union
                select writer_id from support_request where guest_mail = :mail and mail_proved_at is not null
                """)
                .param("writer", writer)
                .param("mail", guestMail)
                .query(UUID.class)
                .list();
    }
}
