package golubika.subscribers.exports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExportJobs {

    @Bean
    RecurringTask<Void> makeExportsOfData(MakeExports exports) {
        return Tasks.recurring("make-exports", FixedDelay.ofSeconds(10)).execute((task, context) -> exports.make());
    }

    @Bean
    RecurringTask<Void> forgetOldExports(Exports exports) {
        return Tasks.recurring("forget-old-exports", FixedDelay.ofHours(1))
                .execute((task, context) -> exports.forgetOld());
    }
}
