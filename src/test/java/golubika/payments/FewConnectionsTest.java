package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// A portal with fewer connections to its database than clients: nothing may hold one while it waits for another. Its
/// notices come from the provider's networks alone.
@TestPropertySource(
        properties = {"golubika.test.connections=2", "golubika.payments.yookassa.networks=185.71.76.0/27,2a02:5180::/32"
        })
class FewConnectionsTest extends PaymentsOfTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void many_notices_and_pages_at_once_are_all_answered() throws Exception {
        var household = visitors.household();
        var account = indebted();
        connectFull(household, account);
        var payment = begun(account);
        var cookies = visitors.signedIn(household).cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var page = HttpRequest.newBuilder(URI.create(visitors.address() + "/payments/" + payment.id()))
                .header("Cookie", cookies)
                .build();
        var calls = new ArrayList<Callable<Integer>>();
        for (var n = 0; n < 32; n++) {
            calls.add(() -> status(notice(payment, "185.71.76.5")));
            calls.add(() -> status(page));
        }
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : hands.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_notice_from_another_network_is_not_read() throws Exception {
        var payment = begun(indebted());
        assertThat(status(notice(payment, "198.18.0.1"))).isEqualTo(403);
        assertThat(status(notice(payment, "185.71.76.31"))).isEqualTo(200);
        assertThat(status(notice(payment, "2a02:5180::1"))).isEqualTo(200);
    }

    private HttpRequest notice(Payment payment, String network) {
        return HttpRequest.newBuilder(URI.create(visitors.address() + "/webhooks/yookassa"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", network)
                .POST(BodyPublishers.ofString("""
                        {"type":"notification","event":"payment.succeeded","object":{"id":"%s"}}
                        """.formatted(
                                Objects.requireNonNull(payment.atProvider().reference()))))
                .build();
    }

    private int status(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
