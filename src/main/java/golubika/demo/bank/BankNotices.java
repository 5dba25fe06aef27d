package golubika.demo.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the portal of settled payments until it says that it has heard. What is not delivered when the bank dies is
/// delivered
/// when it is back.
final class BankNotices {

    private static final Logger log = LoggerFactory.getLogger(BankNotices.class);

    private static final long LIE = 500_000_00;

    private final Desk desk;
    private final Map<Language, Tongue> tongues;
    private final Supplier<URI> webhooks;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    BankNotices(Desk desk, Map<Language, Tongue> tongues, Supplier<URI> webhooks) {
        this.desk = desk;
        this.tongues = tongues;
        this.webhooks = webhooks;
    }

    /// Sends all notices whose time has come.
    void deliver() {
        for (var notice : desk.book().notices(desk.is(Mood.LATEST_NOTICE_FIRST))) {
            var taken = send(notice) && (!desk.is(Mood.REPEATS_NOTICES) || send(notice));
            if (taken) {
                desk.book().delivered(notice);
            } else {
                desk.book().undelivered(notice);
            }
        }
    }

    private boolean send(BankBook.Notice notice) {
        var payment = desk.book().find(notice.payment()).orElseThrow();
        var tongue = Objects.requireNonNull(tongues.get(payment.language()));
        var lying = desk.is(Mood.LIES_IN_NOTICES);
        var request = tongue.notice(
                        lying ? payment.contrary() : payment,
                        notice.event(),
                        lying ? LIE : desk.sum(payment),
                        webhooks.get())
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return tongue.isHeard(answer.statusCode(), answer.body());
        } catch (IOException e) {
            log.debug("the portal does not take a notice", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
