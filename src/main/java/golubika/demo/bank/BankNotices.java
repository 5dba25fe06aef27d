package golubika.demo.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells the portal of settled payments until it answers 200. What is not delivered when the bank dies is delivered
/// when it is back.
final class BankNotices {

    private static final Logger log = LoggerFactory.getLogger(BankNotices.class);

    private final BankBook book;
    private final BankProtocol protocol;
    private final JsonMapper json;
    private final Supplier<Set<Mood>> moods;
    private final Supplier<URI> portal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    BankNotices(
            BankBook book, BankProtocol protocol, JsonMapper json, Supplier<Set<Mood>> moods, Supplier<URI> portal) {
        this.book = book;
        this.protocol = protocol;
        this.json = json;
        this.moods = moods;
        this.portal = portal;
    }

    /// Sends all notices whose time has come.
    void deliver() {
        var mood = moods.get();
        for (var notice : book.notices(mood.contains(Mood.LATEST_NOTICE_FIRST))) {
            var body = body(notice, mood.contains(Mood.LIES_IN_NOTICES));
            var taken = send(body) && (!mood.contains(Mood.REPEATS_NOTICES) || send(body));
            if (taken) {
                book.delivered(notice);
            } else {
                book.undelivered(notice);
            }
        }
    }

    private ObjectNode body(BankBook.Notice notice, boolean lying) {
        var payment = protocol.told(book.find(notice.payment()).orElseThrow());
        var event = notice.event();
        if (lying) {
            var paid = event.endsWith(BankPayment.SUCCEEDED);
            event = "payment." + (paid ? BankPayment.CANCELED : BankPayment.SUCCEEDED);
            payment.put("status", paid ? BankPayment.CANCELED : BankPayment.SUCCEEDED)
                    .put("paid", !paid);
            payment.putObject("amount").put("value", "500000.00").put("currency", "RUB");
        }
        var body = json.createObjectNode().put("type", "notification").put("event", event);
        body.set("object", payment);
        return body;
    }

    private boolean send(ObjectNode body) {
        try {
            var request = HttpRequest.newBuilder(portal.get())
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            log.debug("the portal does not take a notice", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
