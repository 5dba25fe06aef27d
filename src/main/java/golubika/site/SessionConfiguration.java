package golubika.site;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/// Sessions stand in the database, so that a restart ends none and any node serves any person. Every page reads one,
/// so reading must cost one statement, and being looked at must not cost a write each time.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /// Reading and touching are single statements. A kill amid the few of a sign-in leaves a session that nobody is
    /// signed in to, and the person signs in again.
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations") // for Spring Session alone: all others get real transactions
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /// Notes the last visit to the minute; the statement does nothing in between.
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> touchOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery("""
                update spring_session as s
                set session_id = n.session_id, last_access_time = n.seen, max_inactive_interval = n.idle,
                    expiry_time = n.expiry, principal_name = n.principal
                from (values (?, ?::bigint, ?::int, ?::bigint, ?, ?))
                    as n (session_id, seen, idle, expiry, principal, primary_id)
                where s.primary_id = n.primary_id
                  and (s.last_access_time < n.seen - 60000
                       or s.session_id <> n.session_id
                       or s.max_inactive_interval <> n.idle
                       or s.principal_name is distinct from n.principal)
                """);
    }
}
