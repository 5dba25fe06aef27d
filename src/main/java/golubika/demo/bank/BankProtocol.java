package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The bank's side of ЮKassa's protocol, API v3: `POST /v3/payments` and `GET /v3/payments/{id}`.
final class BankProtocol {

    private static final int LONGEST_KEY = 64;
    private static final long SLOWNESS = 5_000;

    private final BankBook book;
    private final JsonMapper json;
    private final String secret;
    private final Supplier<Set<Mood>> moods;
    private final Supplier<String> address;

    /// @param secret  what every shop signs in with
    /// @param address of the bank's pages
    BankProtocol(BankBook book, JsonMapper json, String secret, Supplier<Set<Mood>> moods, Supplier<String> address) {
        this.book = book;
        this.json = json;
        this.secret = secret;
        this.moods = moods;
        this.address = address;
    }

    void handle(HttpExchange exchange) throws IOException {
        if (moods.get().contains(Mood.DOWN)) {
            return;
        }
        if (moods.get().contains(Mood.SLOW)) {
            pause();
        }
        var shop = shop(exchange.getRequestHeaders().getFirst("Authorization"));
        if (shop.isEmpty()) {
            refuse(exchange, 401, "invalid_credentials", null);
        } else if (exchange.getRequestMethod().equals("POST")) {
            create(exchange, shop.get());
        } else {
            tell(exchange, shop.get());
        }
    }

    private void create(HttpExchange exchange, String shop) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotence-Key");
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            refuse(exchange, 400, "invalid_request", "Idempotence-Key");
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fault = fault(body);
        if (fault.isPresent()) {
            refuse(exchange, 400, "invalid_request", fault.get());
            return;
        }
        var payment = book.take(shop, key, body);
        if (!payment.ordered().equals(json.readTree(body))) {
            refuse(exchange, 400, "invalid_request", "Idempotence-Key");
        } else if (moods.get().contains(Mood.STILL_AT_IT)) {
            send(
                    exchange,
                    202,
                    json.createObjectNode().put("type", "processing").put("retry_after", 1800));
        } else if (!moods.get().contains(Mood.SILENT_AFTER_TAKING)) {
            send(exchange, 200, told(payment.asCreated()));
        }
    }

    private void tell(HttpExchange exchange, String shop) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var payment = id(path.substring(path.lastIndexOf('/') + 1))
                .flatMap(book::find)
                .filter(found -> found.shop().equals(shop));
        if (payment.isPresent()) {
            send(exchange, 200, told(payment.get()));
        } else {
            refuse(exchange, 404, "not_found", "payment_id");
        }
    }

    ObjectNode told(BankPayment payment) {
        var object = payment.told(json.createObjectNode(), address.get() + "/pay/" + payment.id());
        if (moods.get().contains(Mood.ANOTHER_SUM)) {
            object.set("amount", json.createObjectNode().put("value", "1.00").put("currency", "RUB"));
        }
        return object;
    }

    // Which of the obligatory parts is missing or wrong.
    private Optional<String> fault(String body) {
        try {
            var order = json.readTree(body);
            var amount = order.path("amount");
            if (!isPositive(amount) || !"RUB".equals(amount.path("currency").stringValue(null))) {
                return Optional.of("amount");
            }
            if (!"redirect".equals(order.path("confirmation").path("type").stringValue(null))) {
                return Optional.of("confirmation.type");
            }
            var receipt = order.path("receipt");
            if (!receipt.path("customer").path("email").isString()) {
                return Optional.of("receipt.customer.email");
            }
            if (!amount.equals(receipt.path("items").path(0).path("amount"))) {
                return Optional.of("receipt.items.amount");
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of("body");
        }
    }

    private static boolean isPositive(JsonNode amount) {
        try {
            return new BigDecimal(amount.path("value").stringValue("")).signum() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Optional<String> shop(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var decoded = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
            return decoded.endsWith(":" + secret)
                    ? Optional.of(decoded.substring(0, decoded.length() - secret.length() - 1))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refuse(HttpExchange exchange, int status, String code, @Nullable String parameter) throws IOException {
        var error = json.createObjectNode()
                .put("type", "error")
                .put("id", UUID.randomUUID().toString())
                .put("code", code)
                .put("description", "The demo bank does not take this");
        if (parameter != null) {
            error.put("parameter", parameter);
        }
        send(exchange, status, error);
    }

    private void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause() {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
