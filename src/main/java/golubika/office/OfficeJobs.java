package golubika.office;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OfficeJobs {

    @Bean
    RecurringTask<Void> forgetOldActs(OfficeActs acts) {
        return Tasks.recurring("forget-old-acts", FixedDelay.ofHours(24)).execute((task, context) -> acts.forgetOld());
    }
}
