package golubika.support;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What time does to requests: one that was answered closes by itself, and of a closed one first the files go, then
/// all of it. What still waits for an answer is never touched, but for what was sent to us in the name of an address
/// that nobody has shown to be theirs.
@Component
class OldRequests {

    static final Duration CLOSED_AFTER = Duration.ofDays(30);

    static final Duration UNPROVED_KEPT = Duration.ofDays(90);

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ForgetRequests forgetting;
    private final SupportSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    OldRequests(
            JdbcClient jdbc,
            ForgetRequests forgetting,
            SupportSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Old(UUID writer, RequestId id) {}

    void lookThrough() {
        close();
        forgetFiles();
        forget();
        forgetUnproved();
    }

    private void close() {
        jdbc.sql("""
                update support_request
                set state = 'CLOSED', closed_by = 'TIME', version = version + 1, changed_at = :now
                where state = 'ANSWERED' and changed_at < :before
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("before", before(CLOSED_AFTER))
                .update();
    }

    private void forgetFiles() {
        old("""
                select writer_id, request_no from support_request
                where state = 'CLOSED' and changed_at < :before and not without_files
                order by changed_at limit :most
                """, settings.keepFiles())
                .forEach(one -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(
                                    "update support_file set content = null where writer_id = :writer and request_no = :request")
                            .param("writer", one.writer())
                            .param("request", one.id().number())
                            .update();
                    jdbc.sql("update support_request set without_files = true where request_no = :request")
                            .param("request", one.id().number())
                            .update();
                }));
    }

    private void forget() {
        old("""
                select writer_id, request_no from support_request
                where state = 'CLOSED' and changed_at < :before
                order by changed_at limit :most
                """, settings.keep())
                .forEach(one -> transaction.executeWithoutResult(status -> forgetting.forget(one.writer(), one.id())));
    }

    private void forgetUnproved() {
        old("""
                select writer_id, request_no from support_request
                where guest_mail is not null and mail_proved_at is null and changed_at < :before
                order by changed_at limit :most
                """, UNPROVED_KEPT)
                .forEach(one -> transaction.executeWithoutResult(status -> {
                    if (isUnproved(one.id())) {
                        forgetting.forget(one.writer(), one.id());
                    }
                }));
    }

    private boolean isUnproved(RequestId id) {
        return jdbc.sql("""
                select request_no from support_request where request_no = :request and mail_proved_at is null for update
                """)
                .param("request", id.number())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private List<Old> old(String statement, Duration age) {
        return jdbc.sql(statement)
                .param("before", before(age))
                .param("most", AT_ONCE)
                .query((row, n) ->
                        new Old(row.getObject("writer_id", UUID.class), new RequestId(row.getLong("request_no"))))
                .list();
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }
}
