package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import golubika.site.Format;
import golubika.values.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;

/// The bank's pages: where people pay, or pretend to, and where its behaviour is chosen.
final class BankPages {

    private static final int LARGEST_FORM = 8 * 1024;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final BankBook book;
    private final Supplier<Set<Mood>> moods;
    private final Consumer<Set<Mood>> change;

    BankPages(BankBook book, Supplier<Set<Mood>> moods, Consumer<Set<Mood>> change) {
        this.book = book;
        this.moods = moods;
        this.change = change;
    }

    /// `/pay/{id}`, and `/qr/{id}` for СБП: shows the payment; a form sent there settles it and sends the person back
    /// to the shop.
    void pay(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var found = id(path.substring(path.lastIndexOf('/') + 1)).flatMap(book::find);
        if (found.isEmpty()) {
            show(exchange, 404, "demo/bank-home.jte", BankPage.ofNothing(moods.get()));
            return;
        }
        var payment = found.get();
        if (!exchange.getRequestMethod().equals("POST")) {
            show(exchange, 200, "demo/bank-pay.jte", page(payment));
            return;
        }
        var form = form(exchange);
        if (form.contains("deed=pay")) {
            book.settle(payment, BankPayment.SUCCEEDED, "");
        } else if (form.contains("deed=decline")) {
            book.settle(payment, BankPayment.CANCELED, BankPayment.DECLINED);
        }
        redirect(exchange, payment.order().back());
    }

    /// `/control`: how the bank behaves.
    void control(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            var form = form(exchange);
            var chosen = EnumSet.noneOf(Mood.class);
            for (var mood : Mood.values()) {
                if (form.contains("mood=" + mood)) {
                    chosen.add(mood);
                }
            }
            change.accept(chosen);
            redirect(exchange, "/control");
            return;
        }
        show(exchange, 200, "demo/bank-control.jte", BankPage.ofNothing(moods.get()));
    }

    void home(HttpExchange exchange) throws IOException {
        var atHome = exchange.getRequestURI().getPath().equals("/");
        show(exchange, atHome ? 200 : 404, "demo/bank-home.jte", BankPage.ofNothing(moods.get()));
    }

    void style(HttpExchange exchange) throws IOException {
        send(exchange, 200, "text/css", new ClassPathResource("demo/bank.css").getContentAsByteArray());
    }

    private BankPage page(BankPayment payment) {
        var order = payment.order();
        return new BankPage(
                payment.id().toString(),
                Format.money(Money.ofKopecks(order.kopecks())),
                order.about(),
                payment.language().name(),
                payment.isPending(),
                order.back(),
                moods.get());
    }

    private void show(HttpExchange exchange, int status, String template, BankPage page) throws IOException {
        var html = new StringOutput();
        templates.render(template, page, html);
        send(exchange, status, "text/html; charset=utf-8", html.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> form(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), StandardCharsets.US_ASCII);
        return new HashSet<>(Arrays.asList(body.split("&")));
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(303, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
