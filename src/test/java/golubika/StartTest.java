package golubika;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class StartTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_portal_starts_on_a_database_of_a_version_that_it_promises() {
        var version = jdbc.sql("select current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        assertThat(version).isBetween(15, 18);
    }
}
