package golubika.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

@PortalTest
class OutboxHealthIndicatorTest {

    @Autowired
    OutboxHealthIndicator indicator;

    @Test
    void without_a_mail_server_health_says_that_letters_wait() {
        var health = indicator.health();
        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(health.getStatus().getDescription()).contains("letters wait");
    }
}
