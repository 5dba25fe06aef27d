package golubika.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DemoBankSettingsTest {

    private static final String BASE_URL = "golubika.payments.yookassa.base-url";

    @Test
    void in_the_demo_payments_go_to_the_demo_bank_beside_the_portal() {
        var settings = settled(new MockEnvironment()
                .withProperty("server.port", "8080")
                .withProperty("golubika.payments.page-origins", "https://yoomoney.ru"));
        assertThat(settings.getProperty("golubika.demo.bank-port")).isEqualTo("8081");
        assertThat(settings.getProperty(BASE_URL)).isEqualTo("http://localhost:8081/v3");
        assertThat(settings.getProperty("golubika.payments.sberbank.base-url"))
                .isEqualTo("http://localhost:8081/payment/rest");
        assertThat(settings.getProperty("golubika.payments.tbank.base-url")).isEqualTo("http://localhost:8081/v2");
        assertThat(settings.getProperty("golubika.payments.page-origins"))
                .isEqualTo("https://yoomoney.ru,http://localhost:8081");
    }

    @Test
    void beside_a_real_database_there_is_no_demo_bank() {
        var settings = settled(new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/x"));
        assertThat(settings.getProperty("golubika.demo.bank-port")).isNull();
        assertThat(settings.getProperty(BASE_URL)).isNull();
    }

    @Test
    void an_address_of_a_provider_that_is_named_stays() {
        var settings = settled(new MockEnvironment().withProperty(BASE_URL, "https://api.yookassa.ru/v3"));
        assertThat(settings.getProperty(BASE_URL)).isEqualTo("https://api.yookassa.ru/v3");
        assertThat(settings.getProperty("golubika.payments.yookassa.secret-key"))
                .isNull();
    }

    private static MockEnvironment settled(MockEnvironment environment) {
        new DemoBankSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
