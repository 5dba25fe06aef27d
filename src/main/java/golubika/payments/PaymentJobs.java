package golubika.payments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentJobs {

    @Bean
    RecurringTask<Void> forgetReceiptAddresses(ForgetPayers payers) {
        return Tasks.recurring("forget-receipt-addresses", FixedDelay.ofHours(1))
                .execute((run, context) -> payers.forgetReceiptAddresses());
    }

    @Bean
    RecurringTask<?> askAboutPayments(PaymentChecks checks) {
        return Tasks.recurring("payment-checks", FixedDelay.ofSeconds(5)).execute((run, context) -> checks.sweep());
    }
}
