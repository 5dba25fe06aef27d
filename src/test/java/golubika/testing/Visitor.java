package golubika.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without scripts, for tests: it keeps cookies, sends the hidden field of forms, follows no redirect.
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String portal;
    private final String network;
    private final Map<String, String> cookies = new HashMap<>();
    private String openPage = "";
    private String userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";

    Visitor(String portal, String network) {
        this.portal = portal;
        this.network = network;
    }

    /// What came back. `location` is the path that a redirect leads to, or empty.
    public record Answer(int status, String location, String text, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer head(String path) {
        return send(request(path).HEAD());
    }

    public Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    /// Sends a form as the portal's own page would, with the hidden field.
    public Answer post(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", token(path));
        return postAsIs(path, all);
    }

    /// Sends a form exactly as given.
    public Answer postAsIs(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// A file that goes with a form.
    public record Upload(String field, String name, byte[] bytes) {}

    /// Sends a form with files, with the hidden field.
    public Answer postFiles(String path, Map<String, String> fields, List<Upload> files) {
        var boundary = "golubika-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        var all = new HashMap<>(fields);
        all.put("_csrf", token(path));
        all.forEach(
                (name, value) -> part(body, boundary, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> part(
                body,
                boundary,
                "name=\"" + file.field + "\"; filename=\"" + file.name + "\"\r\nContent-Type: image/jpeg",
                file.bytes));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String head, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /// Sends the hidden field, and a file where the form has a field.
    public Answer postFile(String path, String field) {
        var file = new Upload(field, "berries.txt", "berries".getBytes(StandardCharsets.UTF_8));
        return postFiles(path, Map.of(), List.of(file));
    }

    /// The same browser with one of our pages open: what it sends from there says so.
    public Visitor on(String page) {
        openPage = page;
        return this;
    }

    /// The same browser with a cookie of whatever kind.
    public Visitor with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /// The same browser, with its cookies, at another node of the portal.
    public Visitor at(String otherPortal) {
        var there = new Visitor(otherPortal, network);
        there.cookies.putAll(cookies);
        there.userAgent = userAgent;
        return there;
    }

    /// The same browser after it has forgotten a cookie.
    public Visitor without(String cookie) {
        cookies.remove(cookie);
        return this;
    }

    /// What the browser says it is.
    public Visitor calling(String name) {
        userAgent = name;
        return this;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public String network() {
        return network;
    }

    // The office has tokens of its own, on whichever of these pages the visitor may open.
    private String token(String path) {
        var pages = path.startsWith("/office") ? List.of("/office/password", "/office/login") : List.of("/agreement");
        return pages.stream()
                .map(page -> TOKEN.matcher(get(page).text()))
                .filter(Matcher::find)
                .map(token -> token.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page with the hidden field"));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(portal + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("User-Agent", userAgent)
                .header("X-Forwarded-For", network);
        if (!openPage.isEmpty()) {
            request.header("Referer", portal + openPage);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var location = response.headers().firstValue("Location").orElse("");
            return new Answer(
                    response.statusCode(),
                    location.startsWith(portal) ? location.substring(portal.length()) : location,
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, (cookie + ';').indexOf(';'));
        var equals = pair.indexOf('=');
        var value = pair.substring(equals + 1);
        if (value.isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
