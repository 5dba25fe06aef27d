package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A page of ours to go on to, out of what a browser sent. Anything that could lead to another site becomes `/`.
public record OwnPath(String value) {

    public static final OwnPath HOME = new OwnPath("/");

    private static final Pattern LETTERS = Pattern.compile("/[A-Za-z0-9_.~?&=%/-]*");
    // Empty, or up and down in the folders: browsers and proxies differ in what they make of these.
    private static final Pattern CROOKED = Pattern.compile("/(/|(\\.|%2[eE]){1,2}(/|$))");

    public static OwnPath of(@Nullable String sent) {
        return sent != null
                        && LETTERS.matcher(sent).matches()
                        && !CROOKED.matcher(withoutQuery(sent)).find()
                ? new OwnPath(sent)
                : HOME;
    }

    /// The page that a form was sent from, as the browser says. Where it does not, or names another site, `/`.
    public static OwnPath before(HttpServletRequest request) {
        var said = request.getHeader(HttpHeaders.REFERER);
        if (said == null) {
            return HOME;
        }
        try {
            var page = URI.create(said);
            var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return request.getServerName().equalsIgnoreCase(page.getHost()) ? of(page.getRawPath() + query) : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    private static String withoutQuery(String path) {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    @Override
    public String toString() {
        return value;
    }
}
