package golubika.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The portal as a process of its own, as `bin/run` starts it: embedded database, demo, jobs and all. It can be
/// killed like nobody would wish, and started again over the same folder.
public final class PortalProcess implements AutoCloseable {

    private final Path data;
    private final int port;
    private final List<String> settings;
    private final Path output;
    private Process process;

    private PortalProcess(Path data, int port, List<String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.output = data.resolve("portal.log");
    }

    /// @param data     folder that the portal keeps its data in
    /// @param settings `--name=value` beside those that every portal of a test has
    public static PortalProcess over(Path data, String... settings) {
        var portal = new PortalProcess(data, freePort(), List.of(settings));
        portal.start();
        return portal;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public Visitor visitor() {
        return new Visitor(address(), Visitors.freshNetwork());
    }

    public void start() {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it starts often and lives short
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                "golubika.Golubika",
                "--server.port=" + port,
                "--golubika.proxies=127.0.0.1,::1",
                "--golubika.data=" + data));
        words.addAll(settings);
        try {
            Files.deleteIfExists(output);
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            while (!Files.readString(output).contains("Golubika is ready")) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the portal ended:\n" + Files.readString(output));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Kills it at once, as a power cut would; its database server goes on without it.
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /// Asks it to end; true when it did so and left no process behind.
    public boolean stop() {
        var children = process.descendants().toList();
        process.destroy();
        waitForEnd();
        return children.stream().noneMatch(ProcessHandle::isAlive) && !databaseRuns();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private boolean databaseRuns() {
        return Files.exists(data.resolve("database").resolve("data").resolve("postmaster.pid"));
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the portal does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
