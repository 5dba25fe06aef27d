package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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

    @Test
    void an_address_with_a_path_is_refused() {
        settings.setProperty("golubika.address", "https://lk.example.ru/portal");

        assertThatThrownBy(() -> new PortalAddress(settings)).hasMessageContaining("without a path");
    }
}
