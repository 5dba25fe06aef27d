package golubika.payments.providers;

import golubika.payments.Answer;
import golubika.payments.Notice;
import golubika.payments.Order;
import golubika.payments.Provider;
import golubika.suppliers.SupplierCode;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/// ЮKassa, API v3: one-stage payments confirmed on its own page.
@Component
class YooKassa implements Provider {

    static final String ROUBLE = "RUB";

    private final YooKassaSettings settings;
    private final YooKassaOrder orders;
    private final JsonMapper json;
    private final YooKassaAnswer answers;
    private final RestClient http;

    YooKassa(YooKassaSettings settings, YooKassaOrder orders, JsonMapper json, RestClient.Builder http) {
        this.settings = settings;
        this.orders = orders;
        this.json = json;
        this.answers = new YooKassaAnswer(json);
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.readTimeout());
        this.http = http.baseUrl(settings.baseUrl().toString())
                .requestFactory(requests)
                .build();
    }

    @Override
    public String name() {
        return "YOOKASSA";
    }

    @Override
    public boolean serves(SupplierCode supplier) {
        return settings.shopOf(supplier).isPresent();
    }

    @Override
    public Answer create(Order order, UUID key) {
        var shop = settings.shopOf(order.supplier());
        if (shop.isEmpty()) {
            return new Answer.Refused("no_shop");
        }
        try {
            return http.post()
                    .uri("/payments")
                    .headers(headers ->
                            headers.setBasicAuth(shop.get().shopId(), shop.get().secretKey()))
                    .header("Idempotence-Key", key.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(orders.of(order)))
                    .exchange((request, response) -> answers.created(
                            response.getStatusCode().value(), response.getBody().readAllBytes()));
        } catch (RestClientException e) {
            return new Answer.Unclear(String.valueOf(e.getMessage()), YooKassaAnswer.A_MINUTE);
        }
    }

    @Override
    public Answer fetch(SupplierCode supplier, String reference) {
        var shop = settings.shopOf(supplier);
        if (shop.isEmpty()) {
            return new Answer.Unclear("no shop for " + supplier, YooKassaAnswer.A_MINUTE);
        }
        try {
            return http.get()
                    .uri("/payments/{id}", reference)
                    .headers(headers ->
                            headers.setBasicAuth(shop.get().shopId(), shop.get().secretKey()))
                    .exchange((request, response) -> answers.fetched(
                            response.getStatusCode().value(), response.getBody().readAllBytes()));
        } catch (RestClientException e) {
            return new Answer.Unclear(String.valueOf(e.getMessage()), YooKassaAnswer.A_MINUTE);
        }
    }

    @Override
    public Optional<Notice> read(byte[] body) {
        return answers.notice(body);
    }
}
