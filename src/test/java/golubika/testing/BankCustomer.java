package golubika.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody at the bank's page, who presses one of its buttons.
public final class BankCustomer {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private BankCustomer() {}

    public static void pays(String page) {
        press(page, "pay");
    }

    public static void isDeclined(String page) {
        press(page, "decline");
    }

    public static void leaves(String page) {
        press(page, "leave");
    }

    private static void press(String page, String button) {
        try {
            var request = HttpRequest.newBuilder(URI.create(page))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("deed=" + button))
                    .build();
            var status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 303) {
                throw new IllegalStateException("the bank's page answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
