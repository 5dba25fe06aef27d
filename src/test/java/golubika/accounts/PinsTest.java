package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.site.PortalSecret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PinsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void a_pin_is_hashed_together_with_its_account_under_the_key() {
        var pins = new Pins(new PortalSecret(new MockEnvironment().withProperty("golubika.secret", KEY)));
        var account = new AccountId(0x0102030405060708L);
        // printf '\x01\x02\x03\x04\x05\x06\x07\x08123456' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        assertThat(HexFormat.of().formatHex(pins.hash(account, "123456")))
                .isEqualTo("fea6ff7bd44c5d56a60b398b6d1110e25b0471c39e8fb16bf8d12084e92016ff");
        assertThat(pins.hash(account, "123456"))
                .isNotEqualTo(pins.hash(account, "123457"))
                .isNotEqualTo(pins.hash(new AccountId(1), "123456"));
    }
}
