package golubika.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountJobs {

    @Bean
    RecurringTask<Void> endPinApplications(PinApplicationRows applications, UnansweredApplications unanswered) {
        return Tasks.recurring("end-pin-applications", FixedDelay.ofHours(1)).execute((task, context) -> {
            applications.endOfClosedAccounts();
            unanswered.end();
            applications.forgetOld();
        });
    }

    @Bean
    RecurringTask<Void> forgetOldInvitations(Invitations invitations) {
        return Tasks.recurring("forget-old-invitations", FixedDelay.ofHours(12))
                .execute((task, context) -> invitations.forgetOld());
    }
}
