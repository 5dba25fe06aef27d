package golubika.subscribers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where a person is signed in. Spring Session writes these rows; we end them in the transaction of what ends them.
@Component
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void endAll(SubscriberId subscriber) {
        jdbc.sql("delete from spring_session where principal_name = :subscriber")
                .param("subscriber", subscriber.toString())
                .update();
    }

    /// @param kept id of the session that goes on
    void endOthers(SubscriberId subscriber, String kept) {
        jdbc.sql("delete from spring_session where principal_name = :subscriber and session_id <> :kept")
                .param("subscriber", subscriber.toString())
                .param("kept", kept)
                .update();
    }
}
