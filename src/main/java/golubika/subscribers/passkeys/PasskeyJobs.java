package golubika.subscribers.passkeys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasskeyJobs {

    @Bean
    RecurringTask<Void> forgetAnsweredChallenges(Challenges challenges) {
        return Tasks.recurring("forget-answered-challenges", FixedDelay.ofHours(1))
                .execute((task, context) -> challenges.forgetOld());
    }
}
