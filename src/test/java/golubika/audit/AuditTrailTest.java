package golubika.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class AuditTrailTest {

    private static final String KIND = "subscribers.settings.changed"; // any sentence will do here
    private static final Caller PHONE = new Caller("203.0.113.7", "Android, Chrome");

    @Autowired
    AuditTrail trail;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void entries_come_newest_first_and_each_person_has_a_trail_of_their_own() {
        var person = visitors.household().id().value();
        trail.note(person, KIND, "first", PHONE);
        clock.pass(Duration.ofMinutes(1));
        trail.note(person, KIND, "second", Caller.PORTAL);
        trail.note(visitors.household().id().value(), KIND, "somebody else's", PHONE);

        assertThat(trail.of(person, 0, 10))
                .containsExactly(
                        new AuditTrail.Entry(KIND, "second", clock.instant(), Caller.PORTAL),
                        new AuditTrail.Entry(KIND, "first", MovableClock.START, PHONE));
        assertThat(trail.of(person, 1, 10)).hasSize(1);
    }

    @Test
    void what_is_rolled_back_did_not_happen() {
        var person = visitors.household().id().value();
        transaction.executeWithoutResult(status -> {
            trail.note(person, KIND, PHONE);
            status.setRollbackOnly();
        });

        assertThat(trail.of(person, 0, 10)).isEmpty();
    }

    @Test
    void an_event_without_words_is_refused() {
        var person = visitors.household().id().value();

        assertThatThrownBy(() -> trail.note(person, "subscribers.audit.no-such-thing", PHONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entries_go_after_two_years_or_with_the_cabinet() {
        var person = visitors.household().id().value();
        trail.note(person, KIND, PHONE);
        clock.pass(AuditJobs.KEPT);
        trail.forgetBefore(clock.instant().minus(AuditJobs.KEPT));
        assertThat(trail.of(person, 0, 10)).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        trail.forgetBefore(clock.instant().minus(AuditJobs.KEPT));
        assertThat(trail.of(person, 0, 10)).isEmpty();

        trail.note(person, KIND, PHONE);
        delete(person);
        assertThat(trail.of(person, 0, 10)).isEmpty();
    }

    private void delete(UUID person) {
        jdbc.sql("delete from subscriber where subscriber_id = :id")
                .param("id", person)
                .update();
    }
}
