package golubika.subscribers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscribersConfiguration {

    @Bean
    RecurringTask<Void> deleteUnconfirmedCabinets(Unconfirmed unconfirmed) {
        return Tasks.recurring("delete-unconfirmed-cabinets", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((task, context) -> unconfirmed.deleteLate());
    }

    @Bean
    RecurringTask<Void> forgetOldCodes(Codes codes, WantedContacts wanted) {
        return Tasks.recurring("forget-old-codes", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((task, context) -> {
                    codes.forgetOld();
                    wanted.forgetOld();
                });
    }

    @Bean
    RecurringTask<Void> forgetRobotChecks(RobotChecks checks) {
        return Tasks.recurring("forget-robot-checks", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((task, context) -> checks.forgetOld());
    }

    @Bean
    RecurringTask<Void> deleteCabinets(RemoveCabinets cabinets) {
        return Tasks.recurring("delete-cabinets", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((task, context) -> {
                    cabinets.tell();
                    cabinets.remove();
                });
    }

    @Bean
    RecurringTask<Void> forgetRecoveryLinks(Recovery recovery) {
        return Tasks.recurring("forget-recovery-links", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((task, context) -> recovery.forgetOld());
    }
}
