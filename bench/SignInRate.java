import golubika.subscribers.Passwords;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Signs people in as fast as the portal lets them, each from a network and a browser of their own, and compares
/// passwords by the portal's own encoder with nothing around it; in turns, so that both meet the same machine:
/// `SignInRate ADDRESS PROCESS CLIENTS PEOPLE ROUNDS`. Whatever is no sign-in ends it.
class SignInRate {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "yagoda1";

    private final String address;
    private final int number;
    private final Map<String, String> cookies = new HashMap<>();
    private String session = "";
    private String token = "";

    private SignInRate(String address, int number) {
        this.address = address;
        this.number = number;
    }

    public static void main(String[] args) throws Exception {
        var portal = ProcessHandle.of(Long.parseLong(args[1])).orElseThrow();
        var clients = Integer.parseInt(args[2]);
        var people = IntStream.rangeClosed(1, Integer.parseInt(args[3]))
                .mapToObj(number -> new SignInRate(args[0], number))
                .toList();
        var cores = Runtime.getRuntime().availableProcessors();
        var hash = Passwords.encoder().encode(PASSWORD);
        Work signIns = (client, turn) -> people.get((client + turn * clients) % people.size()).signIn();
        Work pages = (client, turn) -> people.get(client).page();
        Work hashes = (client, turn) -> compare(hash);

        rate(60, clients, signIns);
        rate(30, clients, pages); // what pages share with sign-ins is compiled sooner by pages
        rate(90, clients, signIns);
        rate(10, cores, hashes);
        System.out.println("parameters " + hash.substring(1, hash.indexOf('$', hash.indexOf("m="))).replace('$', ' '));
        for (var round = 0; round < Integer.parseInt(args[4]); round++) {
            var portalBefore = cpu(portal);
            var signedIn = rate(5, clients, signIns);
            var portalUsed = cpu(portal).minus(portalBefore);
            var bareBefore = cpu(ProcessHandle.current());
            var hashed = rate(5, cores, hashes);
            var bareUsed = cpu(ProcessHandle.current()).minus(bareBefore);
            System.out.printf(
                    Locale.ROOT,
                    "round %.2f %.2f %.1f %.1f%n",
                    signedIn, hashed, portalUsed.toNanos() / signedIn / 5e6, bareUsed.toNanos() / hashed / 5e6);
        }
    }

    private interface Work {
        void run(int client, int turn) throws Exception;
    }

    /// How often a second the work is done by so many at once.
    private static double rate(int seconds, int clients, Work work) throws Exception {
        var done = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        try (var hands = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<Void>>();
            for (var client = 0; client < clients; client++) {
                var who = client;
                Callable<Void> all = () -> {
                    for (var turn = 0; System.nanoTime() < end; turn++) {
                        work.run(who, turn);
                        done.incrementAndGet();
                    }
                    return null;
                };
                running.add(hands.submit(all));
            }
            for (var one : running) {
                one.get();
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static void compare(String hash) {
        if (!Passwords.encoder().matches(PASSWORD, hash)) {
            throw new IllegalStateException("the encoder does not know its own hash");
        }
    }

    private void page() throws Exception {
        var answer = send(request("/settings", session));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no page: " + answer.statusCode());
        }
    }

    private void signIn() throws Exception {
        if (token.isEmpty()) {
            var page = TOKEN.matcher(send(request("/login", "")).body());
            if (!page.find()) {
                throw new IllegalStateException("no form on the page");
            }
            token = page.group(1);
        }
        var answer = send(request("/login", "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(List.of(
                        "login", "bench-" + number + "@example.com", "password", PASSWORD, "_csrf", token)))));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("not let in: " + answer.statusCode() + "\n" + answer.body());
        }
    }

    private HttpRequest.Builder request(String path, String extra) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile Safari/537.36")
                .header("X-Forwarded-For", "198.18." + number / 250 + "." + (1 + number % 250));
        var all = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")) + extra;
        return all.isEmpty() ? request : request.header("Cookie", all);
    }

    /// The browser keeps what it is known by and the token of forms, and comes each time without a session.
    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var name = cookie.substring(0, cookie.indexOf('='));
            var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
            if (name.equals("golubika-device") || name.equals("golubika-forms") && token.isEmpty()) {
                cookies.put(name, value);
            } else if (name.equals("golubika")) {
                session = "; golubika=" + value;
            }
        }
        return answer;
    }

    private static String form(List<String> fields) {
        var body = new StringBuilder();
        for (var i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&").append(fields.get(i)).append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return body.toString();
    }
}
