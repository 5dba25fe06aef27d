package golubika.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    RecurringTask<Void> forgetFullBuckets(Limits limits) {
        return Tasks.recurring("forget-full-buckets", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((task, context) -> limits.forgetFull());
    }
}
