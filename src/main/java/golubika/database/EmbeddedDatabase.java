package golubika.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL of our own in the data folder. The library's defaults suit tests only, so durability, passwords
/// and the keeping of data are all set here.
///
/// One program owns a folder, by a lock that the system releases however the owner ends. A server that outlived its
/// owner is stopped and started anew. An import joins the server of a running portal instead of owning it.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Properties access;
    private final AutoCloseable server;

    private EmbeddedDatabase(Path home, Properties access, AutoCloseable server) {
        this.home = home;
        this.access = access;
        this.server = server;
    }

    /// Starts the server of the folder as its owner. Throws when another program owns it.
    ///
    /// @param home the folder of the database within the data folder; made when missing
    public static EmbeddedDatabase open(Path home) {
        try {
            var lock = lock(home)
                    .orElseThrow(() -> new IllegalStateException("another portal or import is using " + home
                            + ": end it, or choose another folder with --data"));
            return own(home, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + home + " does not start", e);
        }
    }

    /// Joins the server that a running portal owns, or starts it as its owner when none runs.
    public static EmbeddedDatabase openOrJoin(Path home) {
        try {
            for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plusMillis(200)) {
                var lock = lock(home);
                if (lock.isPresent()) {
                    return own(home, lock.get());
                }
                var access = access(home);
                if (answers(home, access)) {
                    return new EmbeddedDatabase(home, access, () -> {});
                }
                Thread.sleep(200); // the portal is still starting
            }
            throw new IOException("its owner does not answer");
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + home + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedDatabase own(Path home, FileChannel lock) throws IOException {
        try {
            var access = access(home);
            stopOrphan(home);
            choosePort(home, access);
            var server = start(home, access);
            return new EmbeddedDatabase(home, access, () -> {
                try (lock) {
                    server.close();
                }
            });
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Optional<FileChannel> lock(Path home) throws IOException {
        Files.createDirectories(
                home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            log.debug("{} is in use by this very program", home);
        }
        channel.close();
        return Optional.empty();
    }

    // The owner was killed and its server was not. An import that had joined it is cut off; it is safe to repeat.
    private static void stopOrphan(Path home) throws IOException {
        var pidFile = home.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .filter(process -> isOurs(process, home));
        if (orphan.isPresent()) {
            log.info("stopping the database that outlived its portal in {}", home);
            orphan.get().destroy();
            orphan.get()
                    .onExit()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    // The number may be another process's by now, even another PostgreSQL's.
    private static boolean isOurs(ProcessHandle process, Path home) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres")
                && command.contains(home.resolve("data").toString());
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
        var complete = home.resolve("complete");
        var fresh = !Files.exists(complete);
        if (fresh) {
            FileSystemUtils.deleteRecursively(data); // left by a first start that was cut off before it held anything
        }
        var passwordFile = home.resolve("initial-password");
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setCleanDataDirectory(false)
                    .setPort(Integer.parseInt(access.getProperty("port")))
                    .setPGStartupWait(PATIENCE)
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
            if (fresh) {
                Files.createFile(complete);
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

    /// The password is chosen once, the port anew whenever somebody else has taken it; both are kept beside the data,
    /// for the owner's eyes only.
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
        keep(home, access);
        return access;
    }

    private static void keep(Path home, Properties access) throws IOException {
        var draft = home.resolve("access.properties.draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (var out = Files.newOutputStream(draft)) {
            access.store(out, null);
        }
        Files.move(draft, home.resolve("access.properties"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void choosePort(Path home, Properties access) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(access.getProperty("port"))));
        } catch (BindException e) {
            log.info("port {} is taken, the database gets another", access.getProperty("port"));
            access.setProperty("port", Integer.toString(freePort()));
            keep(home, access);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
