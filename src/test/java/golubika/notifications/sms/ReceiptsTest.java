package golubika.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.testing.PortalTest;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ReceiptsTest {

    @Autowired
    Receipts receipts;

    @Autowired
    Outbox outbox;

    @Autowired
    HealthIndicator outboxHealthIndicator;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String phone = "+7900" + UUID.randomUUID();

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void of_two_receipts_at_once_the_later_sees_the_earlier() throws Exception {
        var message = put();
        var first = part(message);
        var second = part(message);

        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var later = transaction.execute(status -> {
                receipts.received(first, "DELIVRD");
                var other = hands.submit(() -> receipts.received(second, "DELIVRD"));
                awaitOneThatWaits();
                return other;
            });
            later.get();
        }

        assertThat(jdbc.sql("select delivered_at is not null from outbox_message where message_id = :id")
                        .param("id", message)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void health_tells_how_many_sms_have_not_reached_their_phones() {
        var before = undelivered();
        receipts.received(part(put()), "UNDELIV");

        assertThat(undelivered()).isEqualTo(before + 1);
    }

    private long undelivered() {
        return (long) outboxHealthIndicator.health().getDetails().get("undelivered");
    }

    private UUID put() {
        transaction.executeWithoutResult(status -> outbox.put(Message.sms(phone, "Голубика: код 123456.")));
        return jdbc.sql("select message_id from outbox_message where recipient = :to")
                .param("to", phone)
                .query(UUID.class)
                .single();
    }

    private String part(UUID message) {
        var name = UUID.randomUUID().toString();
        receipts.taken(message, name, 2);
        return name;
    }

    private void awaitOneThatWaits() {
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }
}
