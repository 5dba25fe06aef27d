package golubika.testing;

import golubika.subscribers.Subscribers;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PortalTestSetup {

    private PortalTestSetup() {}

    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var port = freePort();
            TestPropertyValues.of(
                            "server.port=" + port,
                            "golubika.address=http://localhost:" + port,
                            "spring.datasource.url=" + TestDatabase.fresh(),
                            "spring.datasource.hikari.maximum-pool-size="
                                    + context.getEnvironment().getProperty("golubika.test.connections", "8"))
                    .applyTo(context);
        }

        /// Below the ports that the system gives to connections, so that none takes it before the portal listens.
        private static int freePort() {
            for (var port :
                    ThreadLocalRandom.current().ints(20_000, 30_000).limit(100).toArray()) {
                try (var _ = new ServerSocket(port)) {
                    return port;
                } catch (IOException taken) {
                    continue;
                }
            }
            throw new IllegalStateException("no free port");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class People {
        @Bean
        Visitors visitors(Environment environment, Subscribers subscribers) {
            return new Visitors(environment, subscribers);
        }

        @Bean
        Mailbox mailbox(JdbcClient jdbc) {
            return new Mailbox(jdbc);
        }
    }
}
