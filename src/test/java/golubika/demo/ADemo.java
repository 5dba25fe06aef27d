package golubika.demo;

import golubika.testing.PortalTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// The portal with its demo, over a database and a folder of its own that the tests of the demo share.
@PortalTest
@TestPropertySource(properties = "golubika.demo=true")
abstract class ADemo {

    private static final Path DATA = folder();

    @DynamicPropertySource
    static void demo(DynamicPropertyRegistry settings) {
        settings.add("golubika.data", DATA::toString);
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("golubika-demo");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
