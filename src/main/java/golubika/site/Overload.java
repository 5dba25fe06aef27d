package golubika.site;

import gg.jte.TemplateEngine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away who has waited in vain for a connection to the database: 503 with Retry-After. It stands before all
/// else, since reading the session needs a connection too; and so does the page of errors, hence it writes the page
/// itself.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Overload extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Overload.class);

    private final TemplateEngine templates;
    private final Texts texts;
    private final Assets assets;

    Overload(TemplateEngine templates, Texts texts, Assets assets) {
        this.templates = templates;
        this.texts = texts;
        this.assets = assets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isOverload(e)) {
                throw e;
            }
            LOG.warn("no connection to the database in time for a {}", request.getMethod()); // addresses hold tokens
            turnAway(response);
        }
    }

    private static boolean isOverload(@Nullable Throwable thrown) {
        return thrown != null && (thrown instanceof SQLTransientConnectionException || isOverload(thrown.getCause()));
    }

    private void turnAway(HttpServletResponse response) throws IOException {
        var page = new WholePage();
        var frame = new Frame(texts, assets, "auto", null, false, "/");
        templates.render("site/error.jte", Map.of("frame", frame, "page", ErrorPage.of(503)), page);
        response.resetBuffer(); // the security headers stay
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, Busy.PAUSE);
        response.setHeader(
                "Content-Security-Policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        page.sendTo(response);
    }
}
