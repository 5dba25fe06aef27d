package golubika.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's application for a PIN of an account (M13), as the person sees it.
///
/// @param number   names it in talk: each supplier counts its own
/// @param dueOn    the supplier answers until the end of this day
/// @param closedAt null while it waits
/// @param refusal  why it was refused, null otherwise
/// @param said     what the staff have added, possibly empty
/// @param sentTo   masked contact that the PIN went to
/// @param pinUntil how long the PIN opens the full version; null when there is none
public record PinApplication(
        UUID id,
        int number,
        State state,
        Instant sentAt,
        LocalDate dueOn,
        @Nullable Instant closedAt,
        @Nullable Refusal refusal,
        @Nullable String said,
        @Nullable String sentTo,
        @Nullable Instant pinUntil) {

    static final String COLUMNS =
            "application_id, number, state, sent_at, due_on, closed_at, reason, said, sent_to, pin_until";

    /// What has become of it.
    public enum State {
        /// Waits for the supplier.
        SENT,
        /// A PIN is on its way, or with the person.
        GRANTED,
        REFUSED,
        /// The person has taken it back.
        WITHDRAWN,
        /// It needs no answer any more: the full version is open, the account closed or taken out of the cabinet;
        /// or nobody has given one.
        ENDED,
        /// A PIN was sent, and the full version is open: the PIN is over.
        USED
    }

    /// Why the supplier refuses. None says which of the data were right: that would help whoever guesses them.
    public enum Refusal {
        /// What was written does not show that the account is theirs.
        UNPROVEN,
        /// Something that can be compared is missing.
        INCOMPLETE,
        /// It takes a visit with papers.
        PAPERS,
        /// What the staff have added says all.
        OTHER
    }

    /// What a person writes of the home, to be compared with what the supplier knows. Spelled as typed.
    ///
    /// @param serial  of a meter, possibly empty
    /// @param comment possibly empty
    public record Written(String fullName, String address, String serial, String comment) {}

    /// Whether its PIN can still open the full version.
    public boolean opensAt(Instant moment) {
        return state == State.GRANTED && pinUntil != null && pinUntil.isAfter(moment);
    }

    static PinApplication of(ResultSet row) throws SQLException {
        return new PinApplication(
                row.getObject("application_id", UUID.class),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "sent_at")),
                row.getObject("due_on", LocalDate.class),
                instant(row, "closed_at"),
                row.getString("reason") == null ? null : Refusal.valueOf(row.getString("reason")),
                row.getString("said"),
                row.getString("sent_to"),
                instant(row, "pin_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
