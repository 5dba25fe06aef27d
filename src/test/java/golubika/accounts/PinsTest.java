package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.site.InstallationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class PinsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path data;

    @Test
    void a_pin_is_hashed_together_with_its_account_under_the_key() {
        var pins = new Pins(new InstallationKey(new MockEnvironment().withProperty("golubika.secret", KEY)));
        var account = new AccountId(0x0102030405060708L);
        // printf '\x01\x02\x03\x04\x05\x06\x07\x08123456' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        assertThat(HexFormat.of().formatHex(pins.hash(account, "123456")))
                .isEqualTo("fea6ff7bd44c5d56a60b398b6d1110e25b0471c39e8fb16bf8d12084e92016ff");
        assertThat(pins.hash(account, "123456"))
                .isNotEqualTo(pins.hash(account, "123457"))
                .isNotEqualTo(pins.hash(new AccountId(1), "123456"));
    }

    @Test
    void beside_the_embedded_database_a_key_is_made_once_for_the_owner_alone() throws IOException {
        var settings = new MockEnvironment().withProperty("golubika.data", data.toString());
        var hash = new Pins(new InstallationKey(settings)).hash(new AccountId(1), "1234");
        var file = data.resolve("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new Pins(new InstallationKey(settings)).hash(new AccountId(1), "1234"))
                .isEqualTo(hash);
        try (var kept = Files.list(data)) {
            assertThat(kept).containsExactly(file);
        }
    }

    @Test
    void beside_another_database_the_key_must_be_given_and_long_enough() {
        var settings = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/portal");
        assertThatThrownBy(() -> new Pins(new InstallationKey(settings))).hasMessageContaining("GOLUBIKA_SECRET");
        settings.setProperty("golubika.secret", KEY.substring(1));
        assertThatThrownBy(() -> new Pins(new InstallationKey(settings))).hasMessageContaining("31 bytes");
    }
}
