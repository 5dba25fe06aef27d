package golubika.support;

import golubika.accounts.AccessLevel;
import golubika.accounts.Links;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Profiles;
import golubika.subscribers.SubscriberId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests as those see them who answer: each desk its own.
@Component
public class Requests {

    /// So many stand on one page of a queue; one more is given where another page follows.
    public static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final Remarks remarks;
    private final Links links;
    private final Contacts contacts;
    private final Profiles profiles;
    private final SupportLetters letters;

    Requests(
            JdbcClient jdbc,
            RequestRows rows,
            Remarks remarks,
            Links links,
            Contacts contacts,
            Profiles profiles,
            SupportLetters letters) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.remarks = remarks;
        this.links = links;
        this.contacts = contacts;
        this.profiles = profiles;
        this.letters = letters;
    }

    /// What became of an answer, or of closing.
    public enum Outcome {
        DONE,
        /// Somebody has answered, written or closed it since: look again. Nothing has changed.
        CHANGED,
        /// There is no such request at this desk.
        UNKNOWN
    }

    /// A request together with its writer.
    public record Opened(Request request, Writer writer) {}

    /// What waits for an answer, whatever is due first at the top.
    ///
    /// @param offset how many to leave out
    public List<RequestLine> open(Desk desk, int offset) {
        return jdbc
                .sql(Row.SELECT + """
                        where desk = :desk and state = 'WAITING'
                        order by due_at, request_no
                        limit :page offset :offset
                        """)
                .param("desk", desk.code())
                .param("page", PAGE + 1)
                .param("offset", offset)
                .query(Row::of)
                .list()
                .stream()
                .map(Row::line)
                .toList();
    }

    /// What waits no longer, answered or closed since a moment: the latest first.
    ///
    /// @param offset how many to leave out
    public List<RequestLine> done(Desk desk, Instant since, int offset) {
        return jdbc
                .sql(Row.SELECT + """
                        where desk = :desk and state <> 'WAITING' and changed_at >= :since
                        order by changed_at desc, request_no
                        limit :page offset :offset
                        """)
                .param("desk", desk.code())
                .param("since", Timestamp.from(since))
                .param("page", PAGE + 1)
                .param("offset", offset)
                .query(Row::of)
                .list()
                .stream()
                .map(Row::line)
                .toList();
    }

    /// How many wait at a desk.
    public int count(Desk desk) {
        return jdbc.sql("select count(*) from support_request where desk = :desk and state = 'WAITING'")
                .param("desk", desk.code())
                .query(Integer.class)
                .single();
    }

    /// How many of them should have been answered before a moment.
    public int overdue(Desk desk, Instant now) {
        return jdbc.sql("""
                select count(*) from support_request where desk = :desk and state = 'WAITING' and due_at < :now
                """)
                .param("desk", desk.code())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /// A request, waiting or not; empty when it is another desk's.
    public Optional<Opened> thread(Desk desk, RequestId id) {
        return rows.of(desk, id).map(row -> new Opened(row.with(remarks.of(row)), writer(row)));
    }

    /// A file of a request of this desk, while it is kept.
    public Optional<StoredFile> file(Desk desk, RequestId id, UUID file) {
        return rows.of(desk, id).flatMap(row -> remarks.file(row, file));
    }

    /// Answers a request, and tells its writer.
    ///
    /// @param seen      the version of the request that the answer was written to
    /// @param staffName who answers, for staff to see
    /// @param text      not blank, at most [Words#LONGEST] characters
    @Transactional
    public Outcome answer(Desk desk, RequestId id, int seen, String staffName, String text) {
        var words = Words.of(text);
        if (words.isEmpty() || words.length() > Words.LONGEST) {
            throw new IllegalArgumentException("an answer of " + words.length() + " characters");
        }
        return decide(desk, id, seen, row -> {
            var now = rows.answered(row);
            remarks.answer(row, staffName, words, now);
            letters.answered(row, words);
        });
    }

    /// Closes a request without an answer, or after it. Its writer may write again, and is told where an e-mail address
    /// is known to be theirs: not a person with a phone alone, nor a guest who has not shown that theirs is.
    ///
    /// @param seen the version of the request upon which it was decided
    @Transactional
    public Outcome close(Desk desk, RequestId id, int seen) {
        return decide(desk, id, seen, row -> {
            rows.closed(row, ClosedBy.STAFF);
            letters.closed(row);
        });
    }

    private Outcome decide(Desk desk, RequestId id, int seen, Consumer<Row> deed) {
        var found = rows.lock(desk, id);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (found.get().version() != seen || found.get().state() == State.CLOSED) {
            return Outcome.CHANGED;
        }
        deed.accept(found.get());
        return Outcome.DONE;
    }

    private Writer writer(Row row) {
        var mail = row.guestMail();
        if (mail != null) {
            return new Writer(null, Login.of(mail).masked(), row.mailProved(), Writer.Standing.NONE);
        }
        var subscriber = new SubscriberId(row.writer());
        return new Writer(
                profiles.of(subscriber).name(),
                contacts.of(subscriber).login().masked(),
                true,
                standing(subscriber, row));
    }

    private Writer.Standing standing(SubscriberId subscriber, Row row) {
        var account = row.account();
        return account == null
                ? Writer.Standing.NONE
                : links.find(subscriber, account)
                        .map(link -> link.level() == AccessLevel.FULL ? Writer.Standing.FULL : Writer.Standing.BASIC)
                        .orElse(Writer.Standing.NONE);
    }
}
