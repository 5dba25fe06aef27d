package golubika.notifications;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether letters leave. A mail server that is away does not make the portal unhealthy: nobody would be helped by
/// taking its pages away as well.
@Component
class OutboxHealthIndicator implements HealthIndicator {

    private static final Status LATE = new Status("LATE", "letters wait longer than they should");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration LATELY = Duration.ofDays(1);

    private final WaitingLetters letters;
    private final Postman postman;
    private final Clock clock;

    OutboxHealthIndicator(WaitingLetters letters, Postman postman, Clock clock) {
        this.letters = letters;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var waiting = letters.waiting();
        return Health.status(status(waiting))
                .withDetail("waiting", waiting.letters())
                .withDetail("since", waiting.since())
                .withDetail("undelivered", letters.undelivered(clock.instant().minus(LATELY)))
                .build();
    }

    private Status status(WaitingLetters.Waiting waiting) {
        if (!postman.carries(Message.Kind.MAIL)) {
            return new Status("UNKNOWN", "no mail server is set: letters wait");
        }
        return waiting.letters() > 0 && waiting.since().plus(PATIENCE).isBefore(clock.instant()) ? LATE : Status.UP;
    }
}
