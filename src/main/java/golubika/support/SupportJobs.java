package golubika.support;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to requests without anybody waiting for it.
@Configuration(proxyBeanMethods = false)
class SupportJobs {

    @Bean
    RecurringTask<Void> lookThroughOldRequests(OldRequests requests) {
        return Tasks.recurring("look-through-old-requests", FixedDelay.ofHours(3))
                .execute((run, context) -> requests.lookThrough());
    }
}
