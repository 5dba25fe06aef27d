package golubika.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/// SMS through smsc.ru, played by a small server that lies when it is told to.
class SmscChannelTest {

    private static final String TAKEN =
            "{\"id\":1234,\"cnt\":1,\"phones\":[{\"phone\":\"79001234567\",\"status\":\"1\",\"error\":\"0\"}]}";

    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final Letter letter = letter();
    private HttpServer gateway;
    private SmscChannel channel;
    private volatile String answer = TAKEN;
    private volatile int status = 200;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        channel = channel("http://127.0.0.1:" + gateway.getAddress().getPort());
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void password_and_text_travel_in_the_body_alone() throws Exception {
        channel.send(letter);

        assertThat(addresses).containsExactly("POST /sys/send.php");
        assertThat(asked.getFirst())
                .containsEntry("login", "berry")
                .containsEntry("psw", "secret & more")
                .containsEntry("phones", "+79001234567")
                .containsEntry("mes", "Голубика: код 123456.")
                .containsEntry("sender", "Golubika")
                .containsEntry("charset", "utf-8")
                .containsEntry("fmt", "3");
    }

    @Test
    void a_repeat_bears_the_same_number_and_is_taken_as_taken() throws Exception {
        channel.send(letter);
        answer = "{\"error\":\"duplicate request, wait a minute\",\"error_code\":9}";
        channel.send(new Letter(letter.id(), letter.message(), letter.putAt(), 2));

        assertThat(asked)
                .extracting(form -> form.get("id"))
                .hasSize(2)
                .containsOnly(Integer.toString(SmscChannel.id(letter.id())));
        assertThat(SmscChannel.id(letter.id())).isPositive();
    }

    @Test
    void at_the_first_try_the_same_number_means_too_many_at_once_and_nothing_was_taken() {
        answer = "{\"error\":\"too many concurrent requests\",\"error_code\":9}";
        assertThatThrownBy(() -> channel.send(letter)).isInstanceOf(Channel.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8})
    void what_will_never_be_taken_is_refused_for_good(int code) {
        answer = "{\"error\":\"no\",\"error_code\":" + code + ",\"id\":1234}";
        assertThatThrownBy(() -> channel.send(letter)).isInstanceOf(Channel.Refused.class);
    }

    @Test
    void the_number_has_an_error_of_its_own_behind_a_friendly_face() {
        answer = "{\"id\":1234,\"cnt\":1,\"phones\":[{\"phone\":\"79001234567\",\"error\":\"8\"}]}";
        assertThatThrownBy(() -> channel.send(letter)).isInstanceOf(Channel.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void without_money_or_password_nothing_leaves_for_a_while(int code) {
        answer = "{\"error\":\"no\",\"error_code\":" + code + "}";
        assertThatThrownBy(() -> channel.send(letter)).isInstanceOf(Channel.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "ERROR = 2 (authorise error)", "{\"error_code\":5,\"error\":\"date\"}", "<html>"
            })
    void what_is_no_answer_is_worth_another_try(String lie) {
        answer = lie;
        assertThatThrownBy(() -> channel.send(letter))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(Channel.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void a_broken_gateway_is_worth_another_try(int broken) {
        status = broken;
        assertThatThrownBy(() -> channel.send(letter)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_gateway_that_is_away_is_worth_another_try() {
        gateway.stop(0);
        assertThatThrownBy(() -> channel.send(letter))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void numbers_without_details_are_fine() {
        answer = "{\"id\":1234,\"cnt\":2}";
        assertThatCode(() -> channel.send(letter)).doesNotThrowAnyException();
    }

    private void answer(HttpExchange exchange) throws IOException {
        addresses.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        asked.add(form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static SmscChannel channel(String address) {
        var settings = new SmscSettings(
                URI.create(address), "berry", "secret & more", Duration.ofSeconds(2), Duration.ofSeconds(10));
        return new SmscChannel(settings, "Golubika", JsonMapper.builder().build(), RestClient.builder());
    }

    private static Letter letter() {
        return new Letter(UUID.randomUUID(), Message.sms("+79001234567", "Голубика: код 123456."), Instant.EPOCH, 1);
    }
}
