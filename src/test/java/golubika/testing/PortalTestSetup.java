package golubika.testing;

import golubika.subscribers.Subscribers;
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
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.fresh(),
                            "spring.datasource.hikari.maximum-pool-size="
                                    + context.getEnvironment().getProperty("golubika.test.connections", "8"))
                    .applyTo(context);
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
