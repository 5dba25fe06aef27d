import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Signs people in as fast as the portal lets them, each from a network and a browser of their own:
/// `SignInLoad ADDRESS SECONDS CLIENTS PEOPLE`. Prints sign-ins a second. Whatever is no sign-in ends it.
class SignInLoad {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final int number;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    private SignInLoad(String address, int number) {
        this.address = address;
        this.number = number;
    }

    public static void main(String[] args) throws Exception {
        var people = new ArrayList<SignInLoad>();
        for (var i = 1; i <= Integer.parseInt(args[3]); i++) {
            people.add(new SignInLoad(args[0], i));
        }
        var clients = Integer.parseInt(args[2]);
        var done = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + Long.parseLong(args[1]) * 1_000_000_000L;
        try (var hands = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var client = 0; client < clients; client++) {
                var first = client;
                running.add(hands.submit(() -> {
                    for (var i = first; System.nanoTime() < end; i = i + clients < people.size() ? i + clients : first) {
                        people.get(i).signIn();
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        System.out.println(done.get() * 1e9 / (System.nanoTime() - begin));
    }

    private void signIn() throws Exception {
        if (token.isEmpty()) {
            var page = TOKEN.matcher(send(request("/login")).body());
            if (!page.find()) {
                throw new IllegalStateException("no form on the page");
            }
            token = page.group(1);
        }
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(List.of(
                        "login", "bench-" + number + "@example.com", "password", "yagoda1", "_csrf", token)))));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("not let in: " + answer.statusCode() + "\n" + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile Safari/537.36")
                .header("X-Forwarded-For", "198.18." + number / 250 + "." + (1 + number % 250));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /// The browser keeps what it is known by and the token of forms, and comes each time without a session.
    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var name = cookie.substring(0, cookie.indexOf('='));
            var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
            if (name.equals("golubika-device") || name.equals("golubika-forms") && token.isEmpty()) {
                cookies.put(name, value);
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
