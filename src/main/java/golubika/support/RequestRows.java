package golubika.support;

import golubika.suppliers.Suppliers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests as they are stored: found by who may see them, and moved from state to state. Who changes one holds its row
/// until the transaction ends.
@Component
class RequestRows {

    private final JdbcClient jdbc;
    private final SupportSettings settings;
    private final Suppliers suppliers;
    private final Clock clock;

    RequestRows(JdbcClient jdbc, SupportSettings settings, Suppliers suppliers, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /// What is known of a request when it is asked.
    ///
    /// @param guestMail null for a subscriber's
    record Fresh(
            UUID writer,
            UUID form,
            @Nullable String guestMail,
            Desk desk,
            Topic topic,
            String subject,
            @Nullable Long account,
            @Nullable String accountNo) {}

    Optional<Row> of(Desk desk, RequestId id) {
        return ofDesk(desk, id, "");
    }

    Optional<Row> lock(Desk desk, RequestId id) {
        return ofDesk(desk, id, " for update");
    }

    Optional<Row> of(Door door) {
        return ofWriter(door, "");
    }

    Optional<Row> lock(Door door) {
        return ofWriter(door, " for update");
    }

    private Optional<Row> ofDesk(Desk desk, RequestId id, String locking) {
        return jdbc.sql(Row.SELECT + "where request_no = :request and desk = :desk" + locking)
                .param("request", id.number())
                .param("desk", desk.code())
                .query(Row::of)
                .optional();
    }

    private Optional<Row> ofWriter(Door door, String locking) {
        return jdbc.sql(Row.SELECT + "where request_no = :request and writer_id = :writer" + locking)
                .param("request", door.id().number())
                .param("writer", door.writer())
                .query(Row::of)
                .optional();
    }

    Optional<Row> ofForm(UUID writer, UUID form) {
        return jdbc.sql(Row.SELECT + "where writer_id = :writer and form_id = :form")
                .param("writer", writer)
                .param("form", form)
                .query(Row::of)
                .optional();
    }

    /// All of a writer, the newest first.
    List<Row> of(UUID writer) {
        return jdbc.sql(Row.SELECT + "where writer_id = :writer order by changed_at desc, request_no desc")
                .param("writer", writer)
                .query(Row::of)
                .list();
    }

    /// Those that guests have asked and named this address for the answer, whoever typed it.
    List<Row> ofGuest(String mail) {
        return jdbc.sql(Row.SELECT + "where guest_mail = :mail order by changed_at desc, request_no desc")
                .param("mail", mail)
                .query(Row::of)
                .list();
    }

    /// Of those, the ones whose writer has shown that the address is theirs.
    List<Row> ofProvedGuest(String mail) {
        return ofGuest(mail).stream().filter(Row::mailProved).toList();
    }

    /// Adds a request; empty when its form has been sent before.
    Optional<Row> add(Fresh fresh) {
        var now = clock.instant();
        return jdbc.sql("""
                insert into support_request
                    (writer_id, form_id, guest_mail, desk, topic, subject, account_id, account_no, state, version, remarks,
                     opened_at, changed_at, due_at)
                values (:writer, :form, :guestMail, :desk, :topic, :subject, :account, :accountNo, 'WAITING', 1, 1,
                        :now, :now, :due)
                on conflict (writer_id, form_id) do nothing
                returning request_no, writer_id, guest_mail, mail_proved_at, desk, topic, subject, account_id, account_no,
                          state, closed_by, version, remarks, opened_at, changed_at, due_at
                """)
                .param("writer", fresh.writer())
                .param("form", fresh.form())
                .param("guestMail", fresh.guestMail())
                .param("desk", fresh.desk().code())
                .param("topic", fresh.topic().name())
                .param("subject", fresh.subject())
                .param("account", fresh.account())
                .param("accountNo", fresh.accountNo())
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due(fresh.desk(), now)))
                .query(Row::of)
                .optional();
    }

    /// The writer has written again: it waits, and since it was first left waiting.
    Instant said(Row row) {
        var now = clock.instant();
        return move(row, State.WAITING, null, 1, now, row.state() == State.WAITING ? row.due() : due(row.desk(), now));
    }

    // What the installation promises; else as PIN applications are answered, until the end of a working day of the
    // supplier's.
    private Instant due(Desk desk, Instant now) {
        if (desk.supplier() == null || settings.answerWithin() != null) {
            return now.plus(settings.due());
        }
        var supplier = suppliers.get(desk.supplier());
        var zone = supplier.timeZone();
        return supplier.answerBy(LocalDate.ofInstant(now, zone))
                .plusDays(1)
                .atStartOfDay(zone)
                .minusSeconds(1)
                .toInstant();
    }

    Instant answered(Row row) {
        return move(row, State.ANSWERED, null, 1, clock.instant(), row.due());
    }

    Instant closed(Row row, ClosedBy by) {
        return move(row, State.CLOSED, by, 0, clock.instant(), row.due());
    }

    private Instant move(Row row, State to, @Nullable ClosedBy by, int remarks, Instant now, Instant due) {
        jdbc.sql("""
                update support_request
                set state = :state, closed_by = :by, version = version + 1, remarks = remarks + :remarks,
                    changed_at = :now, due_at = :due, without_files = false
                where request_no = :request
                """)
                .param("request", row.id().number())
                .param("state", to.name())
                .param("by", by == null ? null : by.name())
                .param("remarks", remarks)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due))
                .update();
        return now;
    }

    void provedMail(Row row) {
        jdbc.sql(
                        "update support_request set mail_proved_at = :now where request_no = :request and mail_proved_at is null")
                .param("request", row.id().number())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
