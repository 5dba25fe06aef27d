package golubika.database;

import java.io.IOException;
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

/// The folder of the embedded database: who owns it, how its server is reached, what was left there before.
final class DatabaseFolder {

    static final String USER = "postgres";
    static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Logger log = LoggerFactory.getLogger(DatabaseFolder.class);

    private final Path home;
    private final Properties access;

    private DatabaseFolder(Path home, Properties access) {
        this.home = home;
        this.access = access;
    }

    /// Makes this program the owner until the channel is closed; nothing while another one is.
    ///
    /// @param home made when missing
    static Optional<FileChannel> lock(Path home) throws IOException {
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

    /// The folder as its owner sees it, who writes down what is missing.
    static DatabaseFolder owned(Path home) throws IOException {
        var folder = new DatabaseFolder(home, new Properties());
        if (!folder.readAccess()) {
            folder.chooseAccess();
        }
        return folder;
    }

    /// The folder as others see it; nothing while its owner has not written down how the server is reached.
    static Optional<DatabaseFolder> ofOwner(Path home) throws IOException {
        var folder = new DatabaseFolder(home, new Properties());
        return folder.readAccess() ? Optional.of(folder) : Optional.empty();
    }

    /// Stops the server of an owner that was killed. An import that had joined it is cut off; it is safe to repeat.
    void stopOrphan(Duration patience) throws IOException {
        var pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .filter(this::isOurs);
        if (orphan.isPresent()) {
            log.info("stopping the database that outlived its portal in {}", home);
            orphan.get().destroy();
            orphan.get()
                    .onExit()
                    .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    // The number may be another process's by now, even another PostgreSQL's.
    private boolean isOurs(ProcessHandle process) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data().toString());
    }

    /// Keeps the port, or takes another when somebody else has taken it meanwhile.
    void choosePort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        } catch (BindException e) {
            log.info("port {} is taken, the database gets another", port());
            access.setProperty("port", Integer.toString(freePort()));
            keepAccess();
        }
    }

    /// Whether the server of this very folder answers: a foreign one on our port must never be taken for ours.
    boolean answers() throws IOException {
        if (!Files.exists(data().resolve("postmaster.pid"))) {
            return false;
        }
        try (var connection = DriverManager.getConnection(url(), USER, password());
                var shown = connection.createStatement().executeQuery("show data_directory")) {
            return shown.next() && Files.isSameFile(Path.of(shown.getString(1)), data());
        } catch (SQLException e) {
            log.debug("no database answers in {}", home, e);
            return false;
        }
    }

    /// Whether no first start has come to its end here yet.
    boolean isFresh() {
        return !Files.exists(complete());
    }

    void noteComplete() throws IOException {
        Files.createFile(complete());
    }

    private Path complete() {
        return home.resolve("complete");
    }

    Path data() {
        return home.resolve("data");
    }

    Path bin() {
        return home.resolve("bin");
    }

    /// Where a first start finds the password, for as long as it takes.
    Path initialPassword() {
        return home.resolve("initial-password");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    int port() {
        return Integer.parseInt(access.getProperty("port"));
    }

    String password() {
        return access.getProperty("password");
    }

    private boolean readAccess() throws IOException {
        var file = home.resolve("access.properties");
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            access.load(in);
        }
        return true;
    }

    /// The password is chosen once, the port anew whenever somebody else has taken it; both are kept beside the data,
    /// for the owner's eyes only.
    private void chooseAccess() throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        access.setProperty("password", HexFormat.of().formatHex(secret));
        access.setProperty("port", Integer.toString(freePort()));
        keepAccess();
    }

    private void keepAccess() throws IOException {
        var draft = home.resolve("access.properties.draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (var out = Files.newOutputStream(draft)) {
            access.store(out, null);
        }
        Files.move(draft, home.resolve("access.properties"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String toString() {
        return "the database in " + home;
    }
}
