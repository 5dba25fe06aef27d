package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PortalAddressTest {

    private final MockEnvironment settings =
            new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/portal");

    @Test
    void beside_another_database_the_address_must_be_given() {
        assertThatThrownBy(() -> new PortalAddress(settings)).hasMessageContaining("GOLUBIKA_ADDRESS");
        settings.setProperty("golubika.demo", "false");
        assertThatThrownBy(() -> new PortalAddress(settings)).hasMessageContaining("GOLUBIKA_ADDRESS");

        settings.setProperty("golubika.address", "https://lk.example.ru");
        assertThat(new PortalAddress(settings).of("/login")).isEqualTo("https://lk.example.ru/login");
    }

    @Test
    void a_demo_and_the_embedded_database_need_none() {
        settings.setProperty("golubika.demo", "true");

        assertThat(new PortalAddress(settings).of("/login")).isEqualTo("/login");
        assertThat(new PortalAddress(new MockEnvironment()).of("/login")).isEqualTo("/login");
    }

    @ParameterizedTest
    @CsvSource({
        "https://газ.рф, https://xn--80afn.xn--p1ai, xn--80afn.xn--p1ai",
        "https://LK.Example.ru:443, https://lk.example.ru, lk.example.ru",
        "http://localhost:8080, http://localhost:8080, localhost",
        "http://[::1]:8080, http://[::1]:8080, [::1]",
    })
    void an_address_has_one_spelling_the_one_of_browsers(String configured, String origin, String host) {
        settings.setProperty("golubika.address", configured);
        var address = new PortalAddress(settings);

        assertThat(address.origin()).isEqualTo(origin);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.of("/login")).isEqualTo(origin + "/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://lk_gas.example.ru", "https://..", "https://-", "https://[x]"})
    void an_address_without_a_host_is_refused_with_a_clear_sentence(String configured) {
        settings.setProperty("golubika.address", configured);

        assertThatThrownBy(() -> new PortalAddress(settings)).hasMessageContaining("names no host");
    }

    @Test
    void an_address_with_a_path_is_refused() {
        settings.setProperty("golubika.address", "https://lk.example.ru/portal");

        assertThatThrownBy(() -> new PortalAddress(settings)).hasMessageContaining("without a path");
    }
}
