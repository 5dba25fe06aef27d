package golubika.support;

import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Deletes requests with all that was said in them: a person's together with the cabinet, and what they have asked as a
/// guest from the same address.
@Component
class ForgetRequests implements CabinetRemoval {

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final Contacts contacts;
    private final TransactionOperations transaction;

    ForgetRequests(JdbcClient jdbc, RequestRows rows, Contacts contacts, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.contacts = contacts;
        this.transaction = transaction;
    }

    @Override
    public void remove(SubscriberId subscriber) {
        var guest = contacts.of(subscriber)
                .mail()
                .map(Login::value)
                .map(rows::ofGuest)
                .orElse(List.of());
        Stream.concat(rows.of(subscriber.value()).stream(), guest.stream())
                .forEach(row -> transaction.executeWithoutResult(status -> forget(row.writer(), row.id())));
    }

    // The request goes first: whoever is writing to it holds its row, and what they have added is there to go with it.
    void forget(UUID writer, RequestId id) {
        for (var table : List.of("support_request", "support_remark", "support_file")) {
            jdbc.sql("delete from " + table + " where writer_id = :writer and request_no = :request")
                    .param("writer", writer)
                    .param("request", id.number())
                    .update();
        }
    }
}
