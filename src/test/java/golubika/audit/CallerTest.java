package golubika.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 | Android, Chrome
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36 | Windows, Яндекс Браузер
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Windows, Edge
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0 | Windows, Firefox
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1 | iPhone, Safari
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1 | iPhone, Chrome
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15 | macOS, Safari
            Mozilla/5.0 (Linux; Android 15; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36 | Android, Samsung Internet
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36 | Linux, Chrome
            Mozilla/5.0 (X11; Linux x86_64) Something/1.0 | Linux
            """)
    void a_device_is_named_as_its_owner_knows_it(String userAgent, String words) {
        assertThat(Device.of(userAgent)).contains(words);
    }

    @Test
    void a_device_that_says_nothing_useful_has_no_name() {
        assertThat(Device.of("curl/8.1")).isEmpty();
        assertThat(Device.of("")).isEmpty();
        assertThat(Device.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.*",
        "2001:db8:1:2:3:4:5:6, 2001:0db8:0001:*",
        "::ffff:203.0.113.7, 203.0.113.*",
        "fe80::1%eth0, fe80:0000:0000:*",
        "nobody, ",
    })
    void pages_show_no_whole_address(String address, String shown) {
        assertThat(new Caller(address, null).maskedAddress()).isEqualTo(shown);
    }
}
