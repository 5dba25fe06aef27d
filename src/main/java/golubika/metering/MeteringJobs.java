package golubika.metering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to readings without anybody waiting for it.
@Configuration(proxyBeanMethods = false)
class MeteringJobs {

    @Bean
    RecurringTask<Void> sendReminders(Reminders reminders) {
        return Tasks.recurring("send-reminders", FixedDelay.ofMinutes(30)).execute((run, context) -> reminders.send());
    }

    @Bean
    RecurringTask<Void> forgetOldOfMeters(Photos photos, ReadingPasses passes, DueReminders reminders) {
        return Tasks.recurring("forget-photos-and-reminders", FixedDelay.ofHours(6))
                .execute((run, context) -> {
                    photos.forgetOld();
                    passes.forgetOld();
                    reminders.forgetOld();
                });
    }
}
