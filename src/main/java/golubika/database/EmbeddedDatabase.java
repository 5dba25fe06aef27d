package golubika.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own in the data folder. The library's defaults suit tests only, so durability, passwords
/// and the keeping of data are all set here. One program uses a folder at a time; a second one, such as an import
/// beside a running portal, finds the server running and connects to it.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path home;
    private final Properties access;
    private final AutoCloseable server;

    private EmbeddedDatabase(Path home, Properties access, AutoCloseable server) {
        this.home = home;
        this.access = access;
        this.server = server;
    }

    /// Starts the server of the folder, or joins the one that is running there.
    ///
    /// @param home the folder of the database within the data folder; made when missing
    public static EmbeddedDatabase open(Path home) {
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var access = access(home);
            if (answers(home, access)) {
                log.info("joining the database that runs in {}", home);
                return new EmbeddedDatabase(home, access, () -> {});
            }
            return new EmbeddedDatabase(home, access, start(home, access));
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + home + " does not start", e);
        }
    }

    public String url() {
        return url(access);
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return access.getProperty("password");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            log.warn("the database in {} did not stop cleanly", home, e);
        }
    }

    private static String url(Properties access) {
        return "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/postgres";
    }

    private static AutoCloseable start(Path home, Properties access) throws IOException {
        var data = home.resolve("data");
        var fresh = !Files.exists(data.resolve("PG_VERSION"));
        var passwordFile = home.resolve("initial-password");
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setCleanDataDirectory(false)
                    .setPort(Integer.parseInt(access.getProperty("port")))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setConnectConfig("password", access.getProperty("password"));
            if (fresh) {
                Files.writeString(passwordFile, access.getProperty("password"));
                Files.setPosixFilePermissions(passwordFile, OWNER_ONLY);
                builder.setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "ru-RU")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("auth", "scram-sha-256")
                        .setLocaleConfig("pwfile", passwordFile.toString());
            }
            var server = builder.start();
            if (!answers(home, access)) {
                throw new IOException("port " + access.getProperty("port") + " belongs to another database");
            }
            return server;
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /// Whether the server of this very folder answers: a foreign one on our port must never be taken for ours.
    private static boolean answers(Path home, Properties access) throws IOException {
        if (!Files.exists(home.resolve("data").resolve("postmaster.pid"))) {
            return false;
        }
        try (var connection = DriverManager.getConnection(url(access), "postgres", access.getProperty("password"));
                var shown = connection.createStatement().executeQuery("show data_directory")) {
            return shown.next() && Files.isSameFile(Path.of(shown.getString(1)), home.resolve("data"));
        } catch (SQLException e) {
            log.debug("no database answers in {}", home, e);
            return false;
        }
    }

    /// Port and password are chosen once and kept beside the data, for the owner's eyes only.
    private static Properties access(Path home) throws IOException {
        var file = home.resolve("access.properties");
        var access = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                access.load(in);
            }
            return access;
        }
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        access.setProperty("password", HexFormat.of().formatHex(secret));
        access.setProperty("port", Integer.toString(freePort()));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (var out = Files.newOutputStream(file)) {
            access.store(out, null);
        }
        return access;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
