package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPathTest {

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "/, /",
        "/settings, /settings",
        "/accounts/0123456789abcdef/readings?month=2026-10, /accounts/0123456789abcdef/readings?month=2026-10",
        ", /",
        "'', /",
        "settings, /",
        "//evil.example, /",
        "'/\\evil.example', /",
        "https://evil.example/, /",
        "javascript:alert(1), /",
        "/..//evil.example, /",
        "/.//evil.example, /",
        "/a//evil.example, /",
        "/settings/.., /",
        "/%2e%2E//evil.example, /",
        "/%2e./%2e%2e/evil.example, /",
        "/settings/..., /settings/...",
        "/settings/.well, /settings/.well",
        "/settings?from=..//a, /settings?from=..//a",
        "'/a b', /",
        "'/a\r\nb', /",
    })
    void only_a_page_of_ours_is_gone_on_to(String sent, String path) {
        assertThat(OwnPath.of(sent).value()).isEqualTo(path);
    }
}
