package golubika.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to letters without anybody waiting for it.
@Configuration(proxyBeanMethods = false)
class LetterJobs {

    // Long enough to help somebody who asks what was sent, no longer.
    static final Duration SECRETS_KEPT = Duration.ofDays(1);

    // For inquiries and the export; what a letter told stands in the cabinet.
    static final Duration KEPT = Duration.ofDays(180);

    @Bean
    RecurringTask<Void> sendLetters(Postman postman) {
        return Tasks.recurring("send-letters", FixedDelay.ofSeconds(5))
                .execute((task, context) -> postman.deliver(Message.Kind.MAIL));
    }

    @Bean
    RecurringTask<Void> sendSms(Postman postman) {
        return Tasks.recurring("send-sms", FixedDelay.ofSeconds(5))
                .execute((task, context) -> postman.deliver(Message.Kind.SMS));
    }

    @Bean
    RecurringTask<Void> forgetSecretsOfLetters(Postman postman, WaitingLetters letters, Clock clock) {
        return Tasks.recurring("forget-secrets-of-letters", FixedDelay.ofHours(1))
                .execute((task, context) -> postman.forgetful()
                        .forEach(kind ->
                                letters.forgetSecrets(kind, clock.instant().minus(SECRETS_KEPT))));
    }

    @Bean
    RecurringTask<Void> forgetLetters(WaitingLetters letters, Clock clock) {
        return Tasks.recurring("forget-letters", FixedDelay.ofHours(1))
                .execute((task, context) -> letters.forget(clock.instant().minus(KEPT)));
    }
}
