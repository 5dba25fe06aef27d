package golubika.payments.providers;

import golubika.payments.Answer;
import golubika.payments.Notice;
import golubika.payments.NoticeMessage;
import golubika.payments.Order;
import golubika.payments.Provider;
import golubika.payments.Refund;
import golubika.payments.Refunded;
import golubika.payments.Terms;
import golubika.suppliers.SupplierCode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/// ЮKassa, API v3: one-stage payments confirmed on its own page.
@Component
class YooKassa implements Provider {

    static final String ROUBLE = "RUB";

    private final YooKassaSettings settings;
    private final KeptShops kept;
    private final YooKassaOrder orders;
    private final JsonMapper json;
    private final YooKassaAnswer answers;
    private final RestClient http;

    YooKassa(
            YooKassaSettings settings, KeptShops kept, YooKassaOrder orders, JsonMapper json, RestClient.Builder http) {
        this.settings = settings;
        this.kept = kept;
        this.orders = orders;
        this.json = json;
        this.answers = new YooKassaAnswer(json);
        this.http = Calls.client(http, settings.connectTimeout(), settings.readTimeout());
    }

    @Override
    public String name() {
        return "YOOKASSA";
    }

    @Override
    public Optional<Terms> terms(SupplierCode supplier) {
        return shop(supplier).map(Credentials::terms);
    }

    @Override
    public Answer create(Order order, UUID key) {
        var shop = shop(order.supplier());
        if (shop.isEmpty()) {
            return new Answer.Refused("no_shop");
        }
        try {
            return post(shop.get(), "/payments", key, orders.of(order), answers::created);
        } catch (RestClientException e) {
            return new Answer.Unclear(String.valueOf(e.getMessage()), YooKassaAnswer.A_MINUTE);
        }
    }

    /// Under its key an order is taken once, however often it is told.
    @Override
    public Answer createAgain(Order order, UUID key) {
        return create(order, key);
    }

    @Override
    public Answer fetch(SupplierCode supplier, String reference) {
        var shop = shop(supplier);
        if (shop.isEmpty()) {
            return new Answer.Unclear("no shop for " + supplier, YooKassaAnswer.A_MINUTE);
        }
        try {
            return http.get()
                    .uri(shop.get().addressOr(settings.baseUrl()) + "/payments/{id}", reference)
                    .headers(headers ->
                            headers.setBasicAuth(shop.get().id(), shop.get().secret()))
                    .exchange((request, response) -> answers.fetched(
                            response.getStatusCode().value(), response.getBody().readAllBytes()));
        } catch (RestClientException e) {
            return new Answer.Unclear(String.valueOf(e.getMessage()), YooKassaAnswer.A_MINUTE);
        }
    }

    @Override
    public Refunded refund(Refund refund) {
        var shop = shop(refund.order().supplier());
        if (shop.isEmpty()) {
            return new Refunded.Refused("no_shop");
        }
        try {
            return post(shop.get(), "/refunds", refund.key(), orders.of(refund), answers::refunded);
        } catch (RestClientException e) {
            return new Refunded.Unclear(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Notice> read(NoticeMessage message) {
        return answers.notice(message.body());
    }

    /// ЮKassa signs nothing.
    @Override
    public boolean isProven(SupplierCode supplier, NoticeMessage message) {
        return true;
    }

    private <T> T post(
            Credentials shop, String path, UUID key, Map<String, Object> body, BiFunction<Integer, byte[], T> read) {
        return http.post()
                .uri(URI.create(shop.addressOr(settings.baseUrl()) + path))
                .headers(headers -> headers.setBasicAuth(shop.id(), shop.secret()))
                .header("Idempotence-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body))
                .exchange((request, response) -> read.apply(
                        response.getStatusCode().value(), response.getBody().readAllBytes()));
    }

    private Optional<Credentials> shop(SupplierCode supplier) {
        return kept.find(supplier, name()).or(() -> settings.shopOf(supplier));
    }
}
