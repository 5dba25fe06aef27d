package golubika.metering;

import org.springframework.boot.test.context.TestConfiguration;

/// `@Import` it and send the reminders that are due, as the job would.
@TestConfiguration(proxyBeanMethods = false)
public class ReminderRound {

    private final Reminders reminders;

    ReminderRound(Reminders reminders) {
        this.reminders = reminders;
    }

    public void send() {
        reminders.send();
    }
}
