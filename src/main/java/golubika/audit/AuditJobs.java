package golubika.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditJobs {

    /// Two years: long enough for a person to find out, no longer than needed.
    static final Duration KEPT = Duration.ofDays(731);

    @Bean
    RecurringTask<Void> forgetOldEvents(AuditTrail trail, Clock clock) {
        return Tasks.recurring("forget-old-events", FixedDelay.ofHours(12))
                .execute((task, context) -> trail.forgetBefore(clock.instant().minus(KEPT)));
    }
}
