package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import golubika.values.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The bank's side of ЮKassa's protocol, API v3: `POST /v3/payments`, `GET /v3/payments/{id}` and `POST /v3/refunds`.
final class YooKassaTongue implements Tongue {

    private static final int LONGEST_KEY = 64;

    private final Desk desk;

    YooKassaTongue(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        var shop = shop(exchange.getRequestHeaders().getFirst("Authorization"));
        var path = exchange.getRequestURI().getPath();
        if (shop.isEmpty()) {
            refuse(exchange, 401, "invalid_credentials", null);
        } else if (!exchange.getRequestMethod().equals("POST")) {
            tell(exchange, shop.get(), path.substring(path.lastIndexOf('/') + 1));
        } else if (path.equals("/v3/refunds")) {
            giveBack(exchange, shop.get());
        } else {
            create(exchange, shop.get());
        }
    }

    private void create(HttpExchange exchange, String shop) throws IOException {
        var key = key(exchange);
        var body = exchange.getRequestBody().readAllBytes();
        var fault = key.isEmpty() ? Optional.of("Idempotence-Key") : fault(desk.parsed(body));
        if (fault.isPresent()) {
            refuse(exchange, 400, "invalid_request", fault.get());
            return;
        }
        var asked = new String(body, StandardCharsets.UTF_8);
        var payment = desk.book().take(Language.YOOKASSA, UUID.randomUUID(), shop, key.get(), asked);
        if (!payment.asked().equals(desk.json().readTree(body))) {
            refuse(exchange, 400, "invalid_request", "Idempotence-Key");
        } else if (desk.is(Mood.STILL_AT_IT)) {
            desk.send(
                    exchange,
                    202,
                    desk.json().createObjectNode().put("type", "processing").put("retry_after", 1800));
        } else if (!desk.is(Mood.SILENT_AFTER_TAKING)) {
            desk.send(exchange, 200, told(payment.asCreated(), desk.sum(payment)));
        }
    }

    private void tell(HttpExchange exchange, String shop, String id) throws IOException {
        var payment = find(id, shop);
        if (payment.isPresent()) {
            desk.send(exchange, 200, told(payment.get(), desk.sum(payment.get())));
        } else {
            refuse(exchange, 404, "not_found", "payment_id");
        }
    }

    private void giveBack(HttpExchange exchange, String shop) throws IOException {
        var key = key(exchange);
        var asked = desk.parsed(exchange.getRequestBody().readAllBytes());
        if (key.isEmpty() || asked == null || !isPositive(asked.path("amount"))) {
            refuse(exchange, 400, "invalid_request", "amount");
            return;
        }
        var payment = find(asked.path("payment_id").stringValue(""), shop);
        if (payment.isEmpty()) {
            refuse(exchange, 404, "not_found", "payment_id");
            return;
        }
        var value = new BigDecimal(asked.path("amount").path("value").stringValue("0"));
        var done = desk.book()
                .giveBack(payment.get(), key.get(), value.movePointRight(2).longValueExact());
        if (done != BankBook.Return.DONE) {
            refuse(exchange, 400, "invalid_request", done == BankBook.Return.TOO_MUCH ? "amount" : "payment_id");
        } else if (!desk.is(Mood.SILENT_AFTER_TAKING)) {
            var refund = desk.json()
                    .createObjectNode()
                    .put(
                            "id",
                            UUID.nameUUIDFromBytes(key.get().getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .put("status", "succeeded");
            refund.set("payment_id", asked.path("payment_id"));
            refund.set("amount", asked.path("amount"));
            desk.send(exchange, 200, refund);
        }
    }

    @Override
    public HttpRequest.Builder notice(BankPayment told, String event, long kopecks, URI webhooks) {
        if (event.equals(BankPayment.REFUNDED)) {
            return notice("refund.succeeded", refund(told, kopecks), webhooks);
        }
        return notice("payment." + told.status(), told(told, kopecks), webhooks);
    }

    private HttpRequest.Builder notice(String event, ObjectNode object, URI webhooks) {
        var body = desk.json().createObjectNode().put("type", "notification").put("event", event);
        body.set("object", object);
        return HttpRequest.newBuilder(webhooks.resolve("yookassa"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(desk.json().writeValueAsBytes(body)));
    }

    private ObjectNode refund(BankPayment payment, long kopecks) {
        var object = desk.json()
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("payment_id", payment.id().toString())
                .put("status", "succeeded");
        object.putObject("amount")
                .put("value", Money.ofKopecks(kopecks).toString())
                .put("currency", "RUB");
        return object;
    }

    private ObjectNode told(BankPayment payment, long kopecks) {
        var object = desk.json()
                .createObjectNode()
                .put("id", payment.id().toString())
                .put("status", payment.status())
                .put("paid", payment.isPaid());
        object.putObject("amount")
                .put("value", Money.ofKopecks(kopecks).toString())
                .put("currency", "RUB");
        object.set("description", payment.asked().path("description"));
        object.set("metadata", payment.asked().path("metadata"));
        object.put("created_at", payment.createdAt().toString());
        object.put("refundable", payment.isPaid()).put("test", true);
        object.putObject("recipient").put("account_id", payment.shop()).put("gateway_id", "1");
        if (payment.isPending()) {
            object.putObject("confirmation").put("type", "redirect").put("confirmation_url", desk.page(payment));
        } else if (payment.isPaid()) {
            object.put("captured_at", String.valueOf(payment.settledAt()));
        } else {
            object.putObject("cancellation_details")
                    .put("party", "payment_network")
                    .put("reason", payment.reason());
        }
        return object;
    }

    // Which of the obligatory parts is missing or wrong.
    private static Optional<String> fault(@Nullable JsonNode order) {
        if (order == null) {
            return Optional.of("body");
        }
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
        return amount.equals(receipt.path("items").path(0).path("amount"))
                ? Optional.empty()
                : Optional.of("receipt.items.amount");
    }

    private static boolean isPositive(JsonNode amount) {
        try {
            return new BigDecimal(amount.path("value").stringValue("")).signum() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Optional<BankPayment> find(String id, String shop) {
        return BankPages.id(id)
                .flatMap(desk.book()::find)
                .filter(found -> found.shop().equals(shop) && found.language() == Language.YOOKASSA);
    }

    private static Optional<String> key(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotence-Key"))
                .filter(key -> !key.isEmpty() && key.length() <= LONGEST_KEY);
    }

    private Optional<String> shop(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var decoded = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
            return decoded.endsWith(":" + desk.secret())
                    ? Optional.of(decoded.substring(0, decoded.indexOf(':')))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refuse(HttpExchange exchange, int status, String code, @Nullable String parameter) throws IOException {
        var error = desk.json()
                .createObjectNode()
                .put("type", "error")
                .put("id", UUID.randomUUID().toString())
                .put("code", code)
                .put("description", "The demo bank does not take this");
        if (parameter != null) {
            error.put("parameter", parameter);
        }
        desk.send(exchange, status, error);
    }
}
