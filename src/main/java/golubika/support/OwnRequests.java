package golubika.support;

import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests as their writer sees them: nobody else's, whatever accounts the two share, and one's own also after the
/// account has left the cabinet.
@Component
public class OwnRequests {

    /// So long after it was closed a request may be taken up again.
    public static final Duration REOPENED_WITHIN = Duration.ofDays(30);

    private final RequestRows rows;
    private final Remarks remarks;
    private final KeptBytes kept;
    private final Clock clock;

    OwnRequests(RequestRows rows, Remarks remarks, KeptBytes kept, Clock clock) {
        this.rows = rows;
        this.remarks = remarks;
        this.kept = kept;
        this.clock = clock;
    }

    /// What became of what the writer did.
    public enum Outcome {
        DONE,
        /// Staff have answered or closed it since the page was opened: to be read first. Nothing has changed.
        CHANGED,
        /// It was closed too long ago: a new request is to be written.
        TOO_LATE,
        UNKNOWN
    }

    /// «Мои обращения», what has changed last at the top.
    public List<RequestLine> of(SubscriberId subscriber) {
        return rows.of(subscriber.value()).stream().map(Row::line).toList();
    }

    public Optional<Request> find(Door door) {
        return rows.of(door).map(row -> row.with(remarks.of(row)));
    }

    /// Where a guest waits for the answer, and whether the address has been shown to be theirs.
    public Optional<GuestMail> guestMail(Door door) {
        return rows.of(door)
                .flatMap(
                        row -> Optional.ofNullable(row.guestMail()).map(mail -> new GuestMail(mail, row.mailProved())));
    }

    public record GuestMail(String address, boolean proved) {}

    public Optional<StoredFile> file(Door door, UUID file) {
        return rows.of(door).flatMap(row -> remarks.file(row, file));
    }

    /// Bytes of the files that are kept for a subscriber, of all requests.
    public long keptBytes(SubscriberId subscriber) {
        return kept.of(subscriber.value(), null);
    }

    /// The same for the writer of a request; of a guest also those from the same address, once it is shown to be
    /// theirs.
    public long keptBytes(Door door) {
        return kept.of(door.writer(), guestMail(door).map(GuestMail::address).orElse(null));
    }

    /// Bytes of the files that are kept for guests who have shown that the address is theirs.
    public long keptBytes(Login guest) {
        return kept.ofGuest(guest.value());
    }

    /// Whether the writer may still write to it.
    public boolean isOpen(Request request) {
        return request.state() != State.CLOSED
                || !clock.instant().isAfter(request.changed().plus(REOPENED_WITHIN));
    }

    /// The writer writes again. A closed request is opened by it. What was written to an answer that they have not seen
    /// is taken all the same: the page shows both.
    ///
    /// @param form of the browser: the same one sent twice is said once
    @Transactional
    public Outcome say(Door door, UUID form, Said said) {
        var found = rows.lock(door);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return remarks.isSaid(door.writer(), form) ? Outcome.DONE : say(found.get(), form, said);
    }

    private Outcome say(Row row, UUID form, Said said) {
        if (!isOpen(row.with(List.of()))) {
            return Outcome.TOO_LATE;
        }
        var now = rows.said(row);
        remarks.add(row.writer(), row.id(), row.remarks() + 1, form, said, now);
        kept.check(row, said);
        if (row.isGuests()) {
            rows.provedMail(row);
        }
        return Outcome.DONE;
    }

    /// «Вопрос решён». A second time changes nothing. A guest who says so has come by the mailed link: the address is
    /// theirs.
    ///
    /// @param seen the version of the request that the page showed
    /// @param form of the browser
    /// @param last what the writer says before; null for nothing
    @Transactional
    public Outcome close(Door door, int seen, UUID form, @Nullable Said last) {
        var found = rows.lock(door);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var row = found.get();
        if (remarks.isSaid(door.writer(), form) || last == null && row.state() == State.CLOSED) {
            return Outcome.DONE;
        }
        if (row.version() != seen && row.state() != State.WAITING) { // others had a word; one's own is no news
            return Outcome.CHANGED;
        }
        if (last != null && say(row, form, last) == Outcome.TOO_LATE) {
            return Outcome.TOO_LATE;
        }
        rows.closed(row, ClosedBy.WRITER);
        if (row.isGuests()) {
            rows.provedMail(row);
        }
        return Outcome.DONE;
    }

    /// A guest who follows the mailed link wants the answers by mail: the address is theirs.
    @Transactional
    public void proveMail(Door door) {
        rows.lock(door).filter(Row::isGuests).ifPresent(rows::provedMail);
    }
}
