package golubika.metering;

import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.SubscriberId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Readings stay with the meter when the cabinet of who sent them is deleted; who it was is forgotten. Photos go, and
/// so
/// does what the person was told of.
@Component
class ForgetSenders implements CabinetRemoval {

    private final JdbcClient jdbc;

    ForgetSenders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(SubscriberId subscriber) {
        List.of(
                        "update reading set subscriber_id = null where subscriber_id = :subscriber",
                        "delete from meter_photo where subscriber_id = :subscriber",
                        "delete from reading_pass where subscriber_id = :subscriber",
                        "delete from reminder where subscriber_id = :subscriber")
                .forEach(statement -> jdbc.sql(statement)
                        .param("subscriber", subscriber.value())
                        .update());
    }
}
