package golubika.site;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// More people than we can serve right now: whoever is turned away comes back in a moment, and is told so.
public class Busy extends ResponseStatusException {

    /// Seconds after which to come back.
    static final String PAUSE = "5";

    private static final long serialVersionUID = 1;

    public Busy(String reason, Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, reason, cause);
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, PAUSE);
        return headers;
    }
}
