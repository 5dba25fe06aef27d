package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class ProxiesTest {

    @ParameterizedTest(name = "with «{0}» trusted, {1} makes {2}")
    @CsvSource({
        "'', 203.0.113.7, 127.0.0.1 http",
        "10.0.0.0/8, 203.0.113.7, 127.0.0.1 http",
        "'10.0.0.5, 127.0.0.1', 203.0.113.7, 203.0.113.7 https",
        "127.0.0.0/8, 203.0.113.7, 203.0.113.7 https",
        "127.0.0.0/8, 2001:db8::7, 2001:db8::7 https",
        "127.0.0.0/8, '198.51.100.1, 203.0.113.7', 203.0.113.7 https",
        "127.0.0.0/8, '198.51.100.1, 10.0.0.5', 10.0.0.5 https",
        "'127.0.0.0/8,10.0.0.5', '203.0.113.7, 10.0.0.5', 203.0.113.7 https",
    })
    void only_a_proxy_that_is_named_tells_where_a_request_comes_from(String trusted, String header, String seen)
            throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        new Proxies(trusted).customize(factory);
        var server = factory.getWebServer(
                context -> context.addServlet("mirror", new Mirror()).addMapping("/"));
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                    .header("X-Forwarded-For", header)
                    .header("X-Forwarded-Proto", "https")
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(seen);
        } finally {
            server.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10\\.0\\..*"})
    void what_is_neither_address_nor_network_is_refused_at_the_start(String configured) {
        assertThatThrownBy(() -> new Proxies(configured)).hasMessageContaining("golubika.proxies");
    }

    @Test
    void several_are_separated_by_commas() {
        assertThatCode(() -> new Proxies("10.0.0.5, 10.1.0.0/16, fd00::/8")).doesNotThrowAnyException();
    }

    private static final class Mirror extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(request.getRemoteAddr() + " " + request.getScheme());
        }
    }
}
