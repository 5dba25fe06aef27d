package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The bank's side of T-Bank's protocol, version 2: `Init`, `GetState`, `CheckOrder`, `GetQr` and `Cancel`. Each `Init`
/// makes a payment of its own, also of an order that has one already.
final class TbankTongue implements Tongue {

    private static final long OURS = 0x7462616e6b000000L;
    private static final String ASYNC = "ASYNC_REFUNDING";

    private final Desk desk;

    TbankTongue(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        var asked = desk.parsed(exchange.getRequestBody().readAllBytes());
        if (asked == null || !token(asked).equals(asked.path("Token").stringValue(""))) {
            desk.send(exchange, 200, error("204", "Неверный токен"));
            return;
        }
        var path = exchange.getRequestURI().getPath();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "Init" -> init(exchange, asked);
            case "GetState" -> tell(exchange, asked, null);
            case "CheckOrder" -> check(exchange, asked);
            case "GetQr" -> qr(exchange, asked);
            case "Cancel" -> giveBack(exchange, asked);
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    private void init(HttpExchange exchange, JsonNode asked) throws IOException {
        var number = asked.path("OrderId").stringValue("");
        if (number.isEmpty() || number.length() > 36 || asked.path("Amount").longValue(0) < 1) {
            desk.send(exchange, 200, error("201", "OrderId, Amount"));
            return;
        }
        var id = new UUID(OURS, ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L));
        var payment = desk.book().take(Language.TBANK, id, shop(asked), number + "/" + reference(id), asked.toString());
        if (desk.is(Mood.STILL_AT_IT)) {
            desk.send(exchange, 200, error("9999", "Внутренняя ошибка системы"));
        } else if (!desk.is(Mood.SILENT_AFTER_TAKING)) {
            desk.send(exchange, 200, told(payment.asCreated()).put("PaymentURL", desk.page(payment)));
        }
    }

    private void tell(HttpExchange exchange, JsonNode asked, @Nullable String status) throws IOException {
        var payment = find(asked);
        var told = payment.map(this::told).orElseGet(() -> error("255", "Платёж не найден"));
        desk.send(exchange, 200, status == null ? told : told.put("Status", status));
    }

    private void check(HttpExchange exchange, JsonNode asked) throws IOException {
        var number = asked.path("OrderId").stringValue("");
        var payments = desk.book().ofOrder(shop(asked), number);
        if (payments.isEmpty()) {
            desk.send(exchange, 200, error("255", "Заказ не найден"));
            return;
        }
        var told = error("0", "OK").put("Success", true).put("OrderId", number);
        var list = told.putArray("Payments");
        payments.forEach(payment -> list.add(told(payment)));
        desk.send(exchange, 200, told);
    }

    private void qr(HttpExchange exchange, JsonNode asked) throws IOException {
        var payment = find(asked);
        if (payment.isEmpty() || !payment.get().isPending()) {
            desk.send(exchange, 200, error("255", "Платёж не найден"));
            return;
        }
        desk.book().payBySbp(payment.get().id());
        desk.send(
                exchange,
                200,
                error("0", "OK")
                        .put("Success", true)
                        .put(
                                "Data",
                                desk.address().get() + "/qr/" + payment.get().id()));
    }

    // Refunds by СБП know no key: each that is told is made.
    private void giveBack(HttpExchange exchange, JsonNode asked) throws IOException {
        var payment = find(asked);
        if (payment.isEmpty()) {
            desk.send(exchange, 200, error("255", "Платёж не найден"));
            return;
        }
        var random = UUID.randomUUID().toString();
        var key =
                payment.get().bySbp() ? random : asked.path("ExternalRequestId").stringValue(random);
        var done = desk.book()
                .giveBack(
                        payment.get(),
                        key,
                        asked.path("Amount").longValue(payment.get().order().kopecks()));
        if (desk.is(Mood.SILENT_AFTER_TAKING)) {
            return;
        }
        if (done == BankBook.Return.DONE) {
            tell(exchange, asked, payment.get().bySbp() ? ASYNC : null);
        } else {
            desk.send(exchange, 200, error("4", done.name()));
        }
    }

    @Override
    public HttpRequest.Builder notice(BankPayment told, String event, long kopecks, URI webhooks) {
        var body = desk.json()
                .createObjectNode()
                .put("TerminalKey", told.shop())
                .put("OrderId", told.order().number())
                .put("Success", told.isPaid())
                .put("Status", event.equals(BankPayment.AUTHORIZED) ? "AUTHORIZED" : status(told))
                .put("PaymentId", told.id().getLeastSignificantBits())
                .put("ErrorCode", told.isPaid() ? "0" : "1051")
                .put("Amount", kopecks);
        body.put("Token", token(body));
        return HttpRequest.newBuilder(webhooks.resolve("tbank"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(desk.json().writeValueAsBytes(body)));
    }

    @Override
    public boolean isHeard(int status, String body) {
        return status == 200 && body.equals("OK");
    }

    private ObjectNode told(BankPayment payment) {
        var declined = !payment.isPending() && !payment.isPaid() && !payment.isExpired();
        return desk.json()
                .createObjectNode()
                .put("Success", !declined)
                .put("ErrorCode", declined ? "1051" : "0")
                .put("TerminalKey", payment.shop())
                .put("Status", status(payment))
                .put("PaymentId", reference(payment.id()))
                .put("OrderId", payment.order().number())
                .put("Amount", desk.sum(payment));
    }

    private static String status(BankPayment payment) {
        if (payment.isPending()) {
            return "NEW";
        }
        if (!payment.isPaid()) {
            return payment.isExpired() ? "DEADLINE_EXPIRED" : "REJECTED";
        }
        if (payment.returned() == 0) {
            return "CONFIRMED";
        }
        return payment.returned() == payment.order().kopecks() ? "REFUNDED" : "PARTIAL_REFUNDED";
    }

    private Optional<BankPayment> find(JsonNode asked) {
        var reference = asked.path("PaymentId").asString("");
        return reference.matches("[0-9]{1,18}")
                ? desk.book()
                        .find(new UUID(OURS, Long.parseLong(reference)))
                        .filter(payment -> payment.shop().equals(shop(asked)))
                : Optional.empty();
    }

    private static String reference(UUID id) {
        return Long.toString(id.getLeastSignificantBits());
    }

    private static String shop(JsonNode asked) {
        return asked.path("TerminalKey").stringValue("");
    }

    private ObjectNode error(String code, String message) {
        return desk.json()
                .createObjectNode()
                .put("Success", code.equals("0"))
                .put("ErrorCode", code)
                .put("Message", message);
    }

    private String token(JsonNode message) {
        var values = new TreeMap<String, String>();
        message.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getKey().equals("Token")) {
                values.put(field.getKey(), field.getValue().asString());
            }
        });
        values.put("Password", desk.secret());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("", values.values()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
