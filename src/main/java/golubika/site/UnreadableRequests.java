package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/// Addresses that nobody types, such as `/%2e%2e`, with our page and its headers in place of the server's own: Tomcat
/// turns some away before any filter, Spring's firewall others.
@Component
class UnreadableRequests
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, RequestRejectedHandler {

    private final BarePages pages;

    UnreadableRequests(BarePages pages) {
        this.pages = pages;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OurPage(pages)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        pages.send(HttpServletResponse.SC_BAD_REQUEST, response);
    }

    private static final class OurPage extends ErrorReportValve {

        private final BarePages pages;

        OurPage(BarePages pages) {
            this.pages = pages;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return; // told already
            }
            try {
                pages.send(status, response);
                response.finishResponse();
            } catch (IOException e) {
                container.getLogger().debug("nobody reads the error page any longer", e);
            }
        }
    }
}
