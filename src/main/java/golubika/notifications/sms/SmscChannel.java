package golubika.notifications.sms;

import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends SMS through the gateway smsc.ru, `send.php`. Password and text travel in the body alone, so that no log of an
/// address holds them.
@Component
@Order(2)
@ConditionalOnProperty("golubika.sms.smsc.login")
class SmscChannel implements Channel {

    // Its numbers of errors: forbidden text or sender, not a phone number, cannot be delivered there.
    private static final Set<Integer> FOR_GOOD = Set.of(6, 7, 8);
    // Wrong password, no money left, our address blocked: nothing leaves until somebody sees to it.
    private static final Set<Integer> NOTHING_LEAVES = Set.of(2, 3, 4);
    private static final int REPEATED = 9;
    private static final Duration UNTIL_FEWER = Duration.ofSeconds(10);
    private static final Duration UNTIL_REPAIRED = Duration.ofMinutes(5);

    private final SmscSettings settings;
    private final Sender sender;
    private final JsonMapper json;
    private final RestClient http;

    SmscChannel(
            SmscSettings settings,
            @Value("${golubika.sms.sender:}") String sender,
            JsonMapper json,
            RestClient.Builder http) {
        this.settings = settings;
        this.sender = new Sender(sender);
        this.json = json;
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.readTimeout());
        this.http = http.baseUrl(settings.address().toString())
                .requestFactory(requests)
                .build();
    }

    @Override
    public boolean carries(Message.Kind kind) {
        return kind == Message.Kind.SMS;
    }

    @Override
    public void send(Letter letter) throws Refused {
        var answer = ask(form(letter));
        check(answer.path("error_code").asInt(0), letter);
        for (var phone : answer.path("phones")) {
            check(phone.path("error").asInt(0), letter);
        }
        if (!answer.has("error_code") && !answer.path("id").isNumber()) {
            throw new IllegalStateException("an answer that says neither yes nor no");
        }
    }

    /// Our own number of a letter at the gateway, the same at each try.
    static int id(UUID letter) {
        return Math.max(1, letter.hashCode() & Integer.MAX_VALUE);
    }

    private JsonNode ask(MultiValueMap<String, String> form) {
        try {
            var body = http.post()
                    .uri("/sys/send.php")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(byte[].class);
            return json.readTree(body == null ? new byte[0] : body);
        } catch (RestClientException | JacksonException e) {
            throw new IllegalStateException(
                    "the gateway gave no answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private MultiValueMap<String, String> form(Letter letter) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("login", Objects.requireNonNull(settings.login()));
        form.add("psw", settings.password());
        form.add("phones", letter.message().to());
        form.add("mes", letter.message().text());
        form.add("id", Integer.toString(id(letter.id())));
        form.add("sender", sender.value());
        form.add("charset", "utf-8");
        form.add("fmt", "3");
        form.add("op", "1");
        return form;
    }

    // Each text bears a code or a link of its own, so the same request twice is our own repeat: it was taken before.
    // At the first try the same number can only mean too many requests side by side.
    private static void check(int code, Letter letter) throws Refused {
        if (code == 0 || code == REPEATED && letter.tries() > 1) {
            return;
        }
        var reason = "error " + code;
        if (code == REPEATED) {
            throw new Busy(reason, UNTIL_FEWER);
        }
        if (FOR_GOOD.contains(code)) {
            throw new Refused(reason);
        }
        throw NOTHING_LEAVES.contains(code) ? new Busy(reason, UNTIL_REPAIRED) : new IllegalStateException(reason);
    }
}
