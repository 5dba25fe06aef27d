package golubika.bills.production;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillJobs {

    @Bean
    RecurringTask<Void> issueOrderedBills(IssueBills bills) {
        return Tasks.recurring("issue-bills", FixedDelay.ofSeconds(10)).execute((task, context) -> bills.issue());
    }

    @Bean
    RecurringTask<Void> forgetOldBillPrints(BillRuns runs) {
        return Tasks.recurring("forget-bill-prints", FixedDelay.ofHours(6))
                .execute((task, context) -> runs.forgetOld());
    }
}
