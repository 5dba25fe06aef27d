package golubika.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// One PostgreSQL for all tests of a JVM: ours, or the one that `golubika.test.postgres` names.
/// Each use that needs a state of its own asks for a fresh database on it.
public final class TestDatabase {

    private static final String NAMED = System.getProperty("golubika.test.postgres", "");
    private static int count;

    private TestDatabase() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("timezone", "UTC")
                        .setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "ru-RU")
                        .setLocaleConfig("locale", "C")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// JDBC address, with credentials, of a new empty database.
    public static synchronized String fresh() {
        var name = "golubika_test_" + ProcessHandle.current().pid() + "_" + ++count;
        try (var connection = DriverManager.getConnection(address("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address(name);
    }

    private static String address(String database) {
        return NAMED.isEmpty()
                ? Holder.SERVER.getJdbcUrl("postgres", database)
                : NAMED.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }
}
