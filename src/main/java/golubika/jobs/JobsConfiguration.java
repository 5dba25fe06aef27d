package golubika.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Runs every `RecurringTask` bean of the modules. `golubika.jobs=false` leaves them to other nodes, and to tests.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "golubika.jobs", matchIfMissing = true)
class JobsConfiguration {

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource database, List<RecurringTask<?>> jobs) {
        return Scheduler.create(database)
                .startTasks(jobs)
                .threads(4)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(Duration.ofSeconds(1))
                // A node that says nothing for so long is dead, and its work goes to the others.
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> startJobs(Scheduler scheduler) {
        return ready -> scheduler.start();
    }
}
