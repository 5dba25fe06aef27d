package golubika.notifications.sms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmppSettings.class, SmscSettings.class})
class SmsConfiguration {

    @Bean
    RecurringTask<Void> forgetPartsOfSms(Receipts receipts, Clock clock) {
        return Tasks.recurring("forget-parts-of-sms", FixedDelay.ofHours(6))
                .execute((task, context) -> receipts.forget(clock.instant().minus(Receipts.KEPT)));
    }
}
