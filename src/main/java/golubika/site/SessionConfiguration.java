package golubika.site;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.transaction.support.TransactionOperations;

/// Sessions stand in the database, so that a restart ends none and any node serves any person. Every page reads one,
/// so reading must cost one statement, and being looked at must not cost a write each time.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.FORTNIGHT)
class SessionConfiguration {

    /// So long a session lasts that nobody uses, in seconds.
    static final int FORTNIGHT = 14 * 24 * 60 * 60;

    /// Reading and touching are single statements. A kill amid the few of a sign-in leaves a session that nobody is
    /// signed in to, and the person signs in again.
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations") // for Spring Session alone: all others get real transactions
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /// Two requests of one session may put in the same thing at the same moment: the later one stays.
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer putInOrReplace() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    @Primary
    CalmSessions<?> calmSessions(JdbcIndexedSessionRepository sessions) {
        return new CalmSessions<>(sessions);
    }
}
