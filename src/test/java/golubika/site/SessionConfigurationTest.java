package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@PortalTest
class SessionConfigurationTest {

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitors visitors;

    @Autowired
    CalmSessions<?> sessions;

    @Test
    void everybody_but_the_sessions_gets_real_transactions() {
        assertThat(transaction.<Boolean>execute(
                        status -> TransactionSynchronizationManager.isActualTransactionActive()))
                .isTrue();
    }

    @Test
    void looking_at_pages_does_not_write_the_session_each_time() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        visitor.get("/settings");
        var version = version(household);

        visitor.get("/settings");
        visitor.get("/");

        assertThat(version(household)).isEqualTo(version);
    }

    @Test
    void two_requests_may_put_the_same_into_a_session_at_once() {
        var created = sessions.createSession();
        created.setAttribute("begun", "yes");
        var one = Objects.requireNonNull(sessions.findById(created.getId()));
        var other = Objects.requireNonNull(sessions.findById(created.getId()));

        one.setAttribute("told", "first");
        other.setAttribute("told", "second");

        var found = Objects.requireNonNull(sessions.findById(created.getId()));
        assertThat(found.<String>getAttribute("told")).isEqualTo("second");
    }

    /// Of the row: every write gives it a new one.
    private String version(Visitors.Household household) {
        return jdbc.sql("select xmin::text from spring_session where principal_name = :name")
                .param("name", household.id().toString())
                .query(String.class)
                .single();
    }
}
