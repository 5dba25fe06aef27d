package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What all languages share: the books, the bank's mood, the one secret of all shops.
///
/// @param address of the bank's pages
record Desk(BankBook book, JsonMapper json, String secret, Supplier<Set<Mood>> moods, Supplier<String> address) {

    private static final long OTHER_SUM = 1_00;

    boolean is(Mood mood) {
        return moods.get().contains(mood);
    }

    /// Where a payment is paid.
    String page(BankPayment payment) {
        return address.get() + "/pay/" + payment.id();
    }

    /// The sum that is told of a payment: the ordered one, unless the bank is in the mood for another.
    long sum(BankPayment payment) {
        return is(Mood.ANOTHER_SUM) ? OTHER_SUM : payment.order().kopecks();
    }

    @Nullable
    JsonNode parsed(byte[] body) {
        try {
            var root = json.readTree(body);
            return root.isObject() ? root : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
