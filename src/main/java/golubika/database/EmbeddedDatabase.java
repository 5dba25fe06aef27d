package golubika.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DatabaseFolder folder;
    private final AutoCloseable server;

    private EmbeddedDatabase(DatabaseFolder folder, AutoCloseable server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts the server of the folder as its owner. Throws when another program owns it.
    ///
    /// @param home the folder of the database within the data folder; made when missing
    public static EmbeddedDatabase open(Path home) {
        try {
            var lock = DatabaseFolder.lock(home)
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
                var lock = DatabaseFolder.lock(home);
                if (lock.isPresent()) {
                    return own(home, lock.get());
                }
                var folder = DatabaseFolder.ofOwner(home);
                if (folder.isPresent() && folder.get().answers()) {
                    return new EmbeddedDatabase(folder.get(), () -> {});
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
            var folder = DatabaseFolder.owned(home);
            folder.stopOrphan(PATIENCE);
            folder.choosePort();
            var server = start(folder);
            return new EmbeddedDatabase(folder, () -> {
                try (lock) {
                    server.close();
                }
            });
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String url() {
        return folder.url();
    }

    public String user() {
        return DatabaseFolder.USER;
    }

    public String password() {
        return folder.password();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            log.warn("{} did not stop cleanly", folder, e);
        }
    }

    private static AutoCloseable start(DatabaseFolder folder) throws IOException {
        var fresh = folder.isFresh();
        if (fresh) {
            FileSystemUtils.deleteRecursively(
                    folder.data()); // left by a first start that was cut off before it held anything
        }
        var passwordFile = folder.initialPassword();
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.data())
                    .setOverrideWorkingDirectory(folder.bin().toFile())
                    .setCleanDataDirectory(false)
                    .setPort(folder.port())
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
                    .setServerConfig("random_page_cost", "1.1") // solid-state disks: an index is as good as a scan
                    .setConnectConfig("password", folder.password());
            if (fresh) {
                Files.writeString(passwordFile, folder.password());
                Files.setPosixFilePermissions(passwordFile, DatabaseFolder.OWNER_ONLY);
                builder.setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "ru-RU")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("auth", "scram-sha-256")
                        .setLocaleConfig("pwfile", passwordFile.toString());
            }
            var server = builder.start();
            if (!folder.answers()) {
                throw new IOException("port " + folder.port() + " belongs to another database");
            }
            if (fresh) {
                folder.noteComplete();
            }
            return server;
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }
}
