package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The bank's side of the gateway of Сбербанк: `register.do`, `getOrderStatusExtended.do` and `refund.do`, asked by
/// forms, and callbacks in the address, signed with the secret of the shop.
final class SberbankTongue implements Tongue {

    private final Desk desk;

    SberbankTongue(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var path = exchange.getRequestURI().getPath();
        if (!desk.secret().equals(form.get("password"))
                || form.getOrDefault("userName", "").isEmpty()) {
            desk.send(exchange, 200, error(5, "Access denied"));
            return;
        }
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "register.do" -> register(exchange, form);
            case "getOrderStatusExtended.do" -> tell(exchange, form);
            case "refund.do" -> giveBack(exchange, form);
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    private void register(HttpExchange exchange, Map<String, String> form) throws IOException {
        var number = form.getOrDefault("orderNumber", "");
        if (number.isEmpty() || number.length() > 32 || !form.containsKey("returnUrl")) {
            desk.send(exchange, 200, error(4, "orderNumber, returnUrl"));
        } else if (!form.getOrDefault("amount", "").matches("[1-9][0-9]{0,11}")) {
            desk.send(exchange, 200, error(5, "amount"));
        } else if (!"643".equals(form.get("currency"))) {
            desk.send(exchange, 200, error(3, "currency"));
        } else if (!cartSum(form).equals(form.get("amount"))) {
            desk.send(exchange, 200, error(8, "orderBundle"));
        } else {
            take(exchange, form, number);
        }
    }

    private void take(HttpExchange exchange, Map<String, String> form, String number) throws IOException {
        var shop = form.getOrDefault("userName", "");
        var id = UUID.randomUUID();
        var asked = desk.json().createObjectNode();
        form.forEach((name, value) -> {
            if (!name.equals("password")) {
                asked.put(name, value);
            }
        });
        var payment = desk.book().take(Language.SBERBANK, id, shop, number, asked.toString());
        if (!payment.id().equals(id)) {
            desk.send(exchange, 200, error(1, "Order number is already registered"));
        } else if (desk.is(Mood.STILL_AT_IT)) {
            desk.send(exchange, 200, error(7, "System error"));
        } else if (!desk.is(Mood.SILENT_AFTER_TAKING)) {
            desk.send(
                    exchange,
                    200,
                    desk.json().createObjectNode().put("orderId", id.toString()).put("formUrl", desk.page(payment)));
        }
    }

    private void tell(HttpExchange exchange, Map<String, String> form) throws IOException {
        var payment = find(form);
        desk.send(exchange, 200, payment.map(this::told).orElseGet(() -> error(6, "Unknown order")));
    }

    private void giveBack(HttpExchange exchange, Map<String, String> form) throws IOException {
        var payment = find(form);
        var asked = desk.parsed(form.getOrDefault("jsonParams", "{}").getBytes(StandardCharsets.UTF_8));
        var key = asked == null ? null : asked.path("externalRefundId").stringValue(null);
        if (payment.isEmpty()) {
            desk.send(exchange, 200, error(6, "Unknown order"));
            return;
        }
        var done = desk.book()
                .giveBack(
                        payment.get(),
                        key == null ? UUID.randomUUID().toString() : key,
                        Long.parseLong(form.getOrDefault("amount", "0")));
        if (!desk.is(Mood.SILENT_AFTER_TAKING)) {
            desk.send(exchange, 200, done == BankBook.Return.DONE ? error(0, "Успешно") : error(7, done.name()));
        }
    }

    private ObjectNode told(BankPayment payment) {
        var told = error(0, "Успешно");
        told.put("orderNumber", payment.order().number());
        told.put("orderStatus", status(payment));
        told.put("actionCode", payment.isPaid() ? 0 : payment.isExpired() ? -2007 : payment.isPending() ? -100 : 116);
        told.put("amount", desk.sum(payment)).put("currency", "643");
        told.put("date", payment.createdAt().toEpochMilli());
        told.putArray("attributes")
                .addObject()
                .put("name", "mdOrder")
                .put("value", payment.id().toString());
        var settled = payment.settledAt();
        if (payment.isPaid() && settled != null) {
            told.put("authDateTime", settled.toEpochMilli());
            told.putObject("paymentAmountInfo")
                    .put("paymentState", payment.returned() > 0 ? "REFUNDED" : "DEPOSITED")
                    .put("depositedAmount", desk.sum(payment))
                    .put("refundedAmount", payment.returned());
        }
        return told;
    }

    private static int status(BankPayment payment) {
        if (payment.isPending()) {
            return 0;
        }
        return payment.isPaid() ? payment.returned() > 0 ? 4 : 2 : 6;
    }

    @Override
    public HttpRequest.Builder notice(BankPayment told, String event, long kopecks, URI webhooks) {
        var parameters = new TreeMap<String, String>();
        parameters.put("amount", Long.toString(kopecks));
        parameters.put("mdOrder", told.id().toString());
        parameters.put("orderNumber", told.order().number());
        parameters.put("operation", operation(told, event));
        parameters.put("status", told.isPaid() || told.isExpired() ? "1" : "0");
        parameters.put("checksum", checksum(parameters));
        var query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(webhooks.resolve("sberbank?" + query)).GET();
    }

    private static String operation(BankPayment told, String event) {
        if (event.equals(BankPayment.REFUNDED)) {
            return "refunded";
        }
        return !told.isPaid() && told.isExpired() ? "declinedByTimeout" : "deposited";
    }

    private String checksum(Map<String, String> parameters) {
        var data = parameters.entrySet().stream()
                .map(one -> one.getKey() + ";" + one.getValue() + ";")
                .collect(Collectors.joining());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(desk.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<BankPayment> find(Map<String, String> form) {
        var shop = form.getOrDefault("userName", "");
        var id = form.get("orderId");
        var found = id == null
                ? desk.book().byKey(Language.SBERBANK, shop, form.getOrDefault("orderNumber", ""))
                : BankPages.id(id).flatMap(desk.book()::find);
        return found.filter(
                one -> one.language() == Language.SBERBANK && one.shop().equals(shop));
    }

    // A cart has to come to the sum of the order; without one there is nothing to compare.
    private String cartSum(Map<String, String> form) {
        var cart = form.get("orderBundle");
        if (cart == null) {
            return form.getOrDefault("amount", "");
        }
        var bundle = desk.parsed(cart.getBytes(StandardCharsets.UTF_8));
        var sum = 0L;
        if (bundle != null) {
            for (var item : bundle.path("cartItems").path("items")) {
                sum += item.path("itemAmount").longValue(0);
            }
        }
        return Long.toString(sum);
    }

    private ObjectNode error(int code, @Nullable String message) {
        return desk.json()
                .createObjectNode()
                .put("errorCode", Integer.toString(code))
                .put("errorMessage", message);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                        (one, other) -> other));
    }
}
