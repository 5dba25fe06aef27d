package golubika.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away who has waited in vain for a connection to the database: 503 with Retry-After. It stands before all
/// else, since reading the session needs a connection too; and so does the page of errors, hence it writes the page
/// itself.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Overload extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Overload.class);

    private final BarePages pages;

    Overload(BarePages pages) {
        this.pages = pages;
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
        response.setHeader(HttpHeaders.RETRY_AFTER, Busy.PAUSE);
        pages.send(HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
    }
}
