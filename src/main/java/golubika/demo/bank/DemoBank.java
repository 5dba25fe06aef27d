package golubika.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A small bank on its own port of this machine. It takes no money, but all the rest is as with a real one: the
/// protocols of ЮKassa, Сбербанк and T-Bank, a page to pay on, notices that come sooner, later, twice or never.
public final class DemoBank implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DemoBank.class);

    private static final long SLOWNESS = 5_000;
    private static final Map<Language, String> PATHS = Map.of(
            Language.YOOKASSA, "/v3/",
            Language.SBERBANK, "/payment/rest/",
            Language.TBANK, "/v2/");

    private final BankBook book;
    private final BankNotices notices;
    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore news = new Semaphore(0);
    private volatile Set<Mood> moods = Mood.none();

    /// Opens the bank. Its notices go out by `deliver` or, once `deliverByItself` is called, on their own.
    ///
    /// @param port   0 for any that is free
    /// @param secret the secret key of every shop
    /// @param webhooks where notices go: the portal's address of all webhooks, with a slash at its end
    public DemoBank(DataSource database, int port, String secret, Supplier<URI> webhooks, Clock clock) {
        var json = JsonMapper.builder().build();
        server = listen(port);
        book = new BankBook(JdbcClient.create(database), json, clock);
        var desk = new Desk(book, json, secret, () -> moods, this::address);
        var tongues = new EnumMap<Language, Tongue>(Language.class);
        tongues.put(Language.YOOKASSA, new YooKassaTongue(desk));
        tongues.put(Language.SBERBANK, new SberbankTongue(desk));
        tongues.put(Language.TBANK, new TbankTongue(desk));
        notices = new BankNotices(desk, tongues, webhooks);
        var pages = new BankPages(book, () -> moods, this::behave);
        PATHS.forEach((language, path) ->
                server.createContext(path, handling(inMood(Objects.requireNonNull(tongues.get(language))))));
        server.createContext("/pay/", handling(pages::pay));
        server.createContext("/qr/", handling(pages::pay));
        server.createContext("/control", handling(pages::control));
        server.createContext("/bank.css", handling(pages::style));
        server.createContext("/", handling(pages::home));
        server.setExecutor(hands);
        server.start();
    }

    /// `http://localhost:8081`.
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void behave(Set<Mood> moods) {
        this.moods = Set.copyOf(moods);
    }

    /// How many payments the bank has in its books.
    public long payments() {
        return book.count();
    }

    /// Sends the notices whose time has come.
    public void deliver() {
        notices.deliver();
    }

    /// Sends notices as they come up, and again while the portal does not take them.
    public void deliverByItself() {
        hands.execute(() -> {
            while (!hands.isShutdown()) {
                try {
                    news.tryAcquire(1, TimeUnit.SECONDS);
                    news.drainPermits();
                    book.expire();
                    notices.deliver();
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    log.warn("the demo bank cannot send its notices now", e);
                }
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }

    // Down is no answer at all, in any language.
    private HttpHandler inMood(Tongue tongue) {
        return exchange -> {
            if (moods.contains(Mood.DOWN)) {
                return;
            }
            if (moods.contains(Mood.SLOW)) {
                pause();
            }
            tongue.answer(exchange);
        };
    }

    private static void pause() {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Loopback only: the bank believes everybody.
    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The demo bank cannot listen on port " + port + ": " + e.getMessage()
                            + ". Name a free one with --golubika.demo.bank-port=N",
                    e);
        }
    }

    private HttpHandler handling(HttpHandler handler) {
        return exchange -> {
            try (HttpExchange open = exchange) {
                handler.handle(open);
                news.release();
            } catch (RuntimeException e) {
                log.warn(
                        "the demo bank stumbles over {}",
                        exchange.getRequestURI().getPath(),
                        e);
            }
        };
    }
}
