package golubika.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;

/// Without `spring.datasource.url` the portal keeps its data in a database of its own.
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutDatabaseUrl.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${golubika.data:data}") Path data, ApplicationContext program) {
        var home = data.toAbsolutePath().normalize().resolve("database");
        return program instanceof WebApplicationContext
                ? EmbeddedDatabase.open(home)
                : EmbeddedDatabase.openOrJoin(home); // an import, which works whether the portal runs or not
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            EmbeddedDatabase database,
            @Value("${spring.datasource.hikari.maximum-pool-size:16}") int connections,
            @Value("${spring.datasource.hikari.connection-timeout:5000}") long wait) {
        var pool = new HikariDataSource();
        pool.setPoolName("golubika");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(wait);
        pool.setAutoCommit(true);
        return pool;
    }
}
