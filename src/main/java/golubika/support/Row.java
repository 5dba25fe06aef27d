package golubika.support;

import golubika.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it is stored, without what was said in it.
record Row(
        RequestId id,
        UUID writer,
        @Nullable String guestMail,
        boolean mailProved,
        Desk desk,
        Topic topic,
        String subject,
        @Nullable AccountId account,
        @Nullable String accountNo,
        State state,
        @Nullable ClosedBy closedBy,
        int version,
        int remarks,
        Instant opened,
        Instant changed,
        Instant due) {

    static final String SELECT = """
            select request_no, writer_id, guest_mail, mail_proved_at, desk, topic, subject, account_id, account_no, state,
                   closed_by, version, remarks, opened_at, changed_at, due_at
            from support_request
            """;

    static Row of(ResultSet row, int n) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        var closedBy = row.getString("closed_by");
        return new Row(
                new RequestId(row.getLong("request_no")),
                row.getObject("writer_id", UUID.class),
                row.getString("guest_mail"),
                row.getTimestamp("mail_proved_at") != null,
                Desk.of(row.getString("desk")),
                Topic.valueOf(row.getString("topic")),
                row.getString("subject"),
                account == null ? null : new AccountId(account),
                row.getString("account_no"),
                State.valueOf(row.getString("state")),
                closedBy == null ? null : ClosedBy.valueOf(closedBy),
                row.getInt("version"),
                row.getInt("remarks"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("due_at").toInstant());
    }

    boolean isGuests() {
        return guestMail != null;
    }

    RequestLine line() {
        return new RequestLine(id, topic, subject, accountNo, state, opened, changed, due);
    }

    Request with(List<Remark> said) {
        return new Request(
                id, desk, topic, subject, account, accountNo, state, closedBy, version, opened, changed, due, said);
    }
}
