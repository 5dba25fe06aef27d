package golubika.testing;

import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// `@Import` it and SMS leaves the portal, so that it takes phones as logins. [Mailbox] has what was written.
@TestConfiguration(proxyBeanMethods = false)
public class PhoneNetwork {

    private static final AtomicInteger PHONES = new AtomicInteger((int) (System.nanoTime() % 9_000_000));

    @Bean
    Channel phoneNetwork() {
        return new Channel() {
            @Override
            public boolean carries(Message.Kind kind) {
                return kind == Message.Kind.SMS;
            }

            @Override
            public void send(Letter letter) {}

            @Override
            public boolean keepsSecrets() {
                return true;
            }
        };
    }

    /// A phone that nobody has: `+79991234567`.
    public static String freshPhone() {
        return "+7999%07d".formatted(PHONES.incrementAndGet() % 10_000_000);
    }
}
