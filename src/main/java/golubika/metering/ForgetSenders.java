package golubika.metering;

import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.SubscriberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Readings stay with the meter when the cabinet of who sent them is deleted; who it was is forgotten.
@Component
class ForgetSenders implements CabinetRemoval {

    private final JdbcClient jdbc;

    ForgetSenders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remove(SubscriberId subscriber) {
        jdbc.sql("update reading set subscriber_id = null where subscriber_id = :subscriber")
                .param("subscriber", subscriber.value())
                .update();
    }
}
