import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Signs the demo's subscriber in several times. Prints the path of an account that is open in full, then the cookies
/// of each session: `SignIn ADDRESS SESSIONS`.
class SignIn {

    static final String LOGIN = "vera@example.com";
    static final String PASSWORD = "yagoda1";

    public static void main(String[] args) throws Exception {
        var address = args[0];
        var sessions = new ArrayList<String>();
        var page = "";
        for (var i = 0; i < Integer.parseInt(args[1]); i++) {
            var cookies = new CookieManager();
            var client = HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            var token = find("name=\"_csrf\" value=\"([^\"]+)\"", get(client, address + "/login")).getFirst();
            var answer = post(client, address + "/login", "login", LOGIN, "password", PASSWORD, "_csrf", token);
            if (page.isEmpty()) {
                page = find("href=\"(/accounts/[0-9a-f]{16})\"", answer).stream()
                        .filter(account -> get(client, address + account).contains("id=\"use\""))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no account in full"));
            }
            sessions.add(cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        System.out.println(page);
        sessions.forEach(System.out::println);
    }

    static List<String> find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).distinct().toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("not found: " + pattern + " in\n" + text);
        }
        return found;
    }

    static String get(HttpClient client, String address) {
        return send(client, HttpRequest.newBuilder(URI.create(address)).build());
    }

    static String post(HttpClient client, String address, String... form) {
        var body = new StringBuilder();
        for (var i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(form[i]).append('=').append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return send(client, HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    static String send(HttpClient client, HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
