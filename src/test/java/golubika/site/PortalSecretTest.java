package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class PortalSecretTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final byte[] CONTEXT = {1, 2, 3};

    @TempDir
    Path data;

    @Test
    void beside_the_embedded_database_a_key_is_made_once_for_the_owner_alone() throws IOException {
        var settings = new MockEnvironment().withProperty("golubika.data", data.toString());
        var hash = new PortalSecret(settings).hash(CONTEXT, "1234");
        var file = data.resolve("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new PortalSecret(settings).hash(CONTEXT, "1234")).isEqualTo(hash);
        try (var kept = Files.list(data)) {
            assertThat(kept).containsExactly(file);
        }
    }

    @Test
    void beside_another_database_the_key_must_be_given_and_long_enough() {
        var settings = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/portal");
        assertThatThrownBy(() -> new PortalSecret(settings)).hasMessageContaining("GOLUBIKA_SECRET");
        settings.setProperty("golubika.secret", KEY.substring(1));
        assertThatThrownBy(() -> new PortalSecret(settings)).hasMessageContaining("31 bytes");
    }
}
