package golubika.site;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://yoomoney.ru", "https://*.example.ru", "http://localhost:8099"})
    void pages_to_pay_on_are_named_by_their_origin(String origin) {
        assertThatCode(() -> new PageHeaders(List.of(origin))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yoomoney.ru", "https://yoomoney.ru/pay", "https://a.ru; script-src *", "'unsafe-inline'", "*"})
    void nothing_else_gets_into_the_policy(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageHeaders(List.of(origin)));
    }
}
