package golubika.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import golubika.testing.BankCustomer;
import golubika.testing.MovableClock;
import golubika.testing.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoBankTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final MovableClock clock = new MovableClock();
    private final DataSource database = new DriverManagerDataSource(TestDatabase.fresh());
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private volatile int shopAnswers = 200;
    private HttpServer shop;
    private DemoBank bank;

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        shop.createContext("/", exchange -> {
            heard.add(json.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(shopAnswers, -1);
            exchange.close();
        });
        shop.start();
        bank = bank(0);
    }

    @AfterEach
    void close() {
        bank.close();
        shop.stop(0);
    }

    @Test
    void the_same_key_brings_the_same_payment_and_another_order_under_it_is_refused() {
        var first = created("k1", order("100.00"));
        assertThat(created("k1", order("100.00")).path("id")).isEqualTo(first.path("id"));
        var refused = create("demo", "k1", order("200.00"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json.readTree(refused.body()).path("parameter").stringValue())
                .isEqualTo("Idempotence-Key");
        assertThat(bank.payments()).isEqualTo(1);
    }

    @Test
    void orders_that_break_the_protocol_are_refused_with_the_part_that_does() {
        assertThat(create("wrong", "k", order("1.00")).statusCode()).isEqualTo(401);
        assertThat(create("demo", "x".repeat(65), order("1.00")).statusCode()).isEqualTo(400);
        for (var order : List.of("", "{}", order("0.00"), order("1.00").replace("RUB", "USD"))) {
            assertThat(create("demo", "k", order).statusCode()).as(order).isEqualTo(400);
        }
        assertThat(bank.payments()).isZero();
    }

    @Test
    void a_killed_bank_comes_back_with_its_books_and_sends_what_it_still_has_to_tell() {
        var payment = created("k1", order("100.00"));
        shopAnswers = 503;
        BankCustomer.pays(page(payment));
        bank.deliver();
        assertThat(heard).hasSize(1);
        bank.close();

        bank = bank(0);
        shopAnswers = 200;
        clock.pass(Duration.ofSeconds(1));
        bank.deliver();
        bank.deliver();

        assertThat(heard).hasSize(2);
        var notice = heard.getLast();
        assertThat(notice.path("event").stringValue()).isEqualTo("payment.succeeded");
        assertThat(notice.path("object").path("id")).isEqualTo(payment.path("id"));
        assertThat(told(payment).path("status").stringValue()).isEqualTo("succeeded");
    }

    @Test
    void a_payment_is_settled_once_whatever_is_pressed_afterwards() {
        var payment = created("k1", order("100.00"));
        BankCustomer.isDeclined(page(payment));
        BankCustomer.pays(page(payment));
        assertThat(told(payment).path("status").stringValue()).isEqualTo("canceled");
        assertThat(told(payment).path("cancellation_details").path("reason").stringValue())
                .isEqualTo("insufficient_funds");
        bank.deliver();
        assertThat(heard).hasSize(1);
    }

    @Test
    void an_unpaid_payment_is_given_up_after_an_hour() {
        var payment = created("k1", order("100.00"));
        clock.pass(Duration.ofMinutes(61));
        assertThat(told(payment).path("cancellation_details").path("reason").stringValue())
                .isEqualTo("expired_on_confirmation");
    }

    @Test
    void its_behaviour_is_chosen_on_a_page() {
        var chosen = send(HttpRequest.newBuilder(URI.create(bank.address() + "/control"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("mood=DOWN&mood=REPEATS_NOTICES")));
        assertThat(chosen.statusCode()).isEqualTo(303);
        var page = send(
                HttpRequest.newBuilder(URI.create(bank.address() + "/control")).GET());
        assertThat(page.body())
                .containsPattern("value=\"DOWN\" checked")
                .doesNotContainPattern("value=\"SLOW\" checked");
        bank.behave(Set.of());
    }

    @Test
    void a_port_that_is_taken_is_said_so() {
        var port = URI.create(bank.address()).getPort();
        assertThatIllegalStateException()
                .isThrownBy(() -> bank(port))
                .withMessageContaining("port " + port)
                .withMessageContaining("--golubika.demo.bank-port=");
    }

    private DemoBank bank(int port) {
        var notices = URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/webhooks/");
        return new DemoBank(database, port, "demo", () -> notices, clock);
    }

    private static String order(String sum) {
        return """
                {"amount":{"value":"%1$s","currency":"RUB"},"capture":true,
                 "confirmation":{"type":"redirect","return_url":"http://localhost/payments/1"},
                 "description":"Газ","metadata":{"payment":"1"},
                 "receipt":{"customer":{"email":"vera@example.com"},
                            "items":[{"amount":{"value":"%1$s","currency":"RUB"}}]}}
                """.formatted(sum);
    }

    private JsonNode created(String key, String order) {
        var response = create("demo", key, order);
        assertThat(response.statusCode()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> create(String secret, String key, String order) {
        return send(
                request("/v3/payments", secret).header("Idempotence-Key", key).POST(BodyPublishers.ofString(order)));
    }

    private JsonNode told(JsonNode payment) {
        var response = send(request("/v3/payments/" + payment.path("id").stringValue(), "demo")
                .GET());
        return json.readTree(response.body());
    }

    private String page(JsonNode payment) {
        return bank.address() + "/pay/" + payment.path("id").stringValue();
    }

    private HttpRequest.Builder request(String path, String secret) {
        var credentials = Base64.getEncoder().encodeToString(("shop:" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(bank.address() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
