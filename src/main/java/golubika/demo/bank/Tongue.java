package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/// One of the bank's languages: what shops say in it, and what the bank tells them by itself.
interface Tongue {

    /// Answers a shop; closing the exchange without an answer is silence.
    void answer(HttpExchange exchange) throws IOException;

    /// A notice of a payment.
    ///
    /// @param told     the payment, as the bank wants it to be known
    /// @param event    `authorized`, or the status that it has come to, or `refunded`
    /// @param kopecks  the sum to tell
    /// @param webhooks where the portal listens for notices, ends with a slash
    HttpRequest.Builder notice(BankPayment told, String event, long kopecks, URI webhooks);

    /// Whether the shop has acknowledged a notice.
    default boolean isHeard(int status, String body) {
        return status == 200;
    }
}
