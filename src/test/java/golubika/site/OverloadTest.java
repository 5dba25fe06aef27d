package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.sql.Connection;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PortalTest
@TestPropertySource(properties = {"golubika.test.connections=2", "spring.datasource.hikari.connection-timeout=300"})
class OverloadTest {

    @Autowired
    Visitors visitors;

    @Autowired
    DataSource database;

    @Test
    void whoever_gets_no_connection_in_time_is_asked_to_come_back() throws Exception {
        var visitor = visitors.signedIn(visitors.household());
        var taken = new ArrayList<Connection>();
        try {
            taken.add(database.getConnection());
            taken.add(database.getConnection());
            var answer = visitor.get("/settings");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
            assertThat(answer.text()).contains("Слишком много гостей сразу");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(visitor.get("/settings").status()).as("afterwards").isEqualTo(200);
    }
}
