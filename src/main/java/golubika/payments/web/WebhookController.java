package golubika.payments.web;

import golubika.payments.TakeNotice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Where providers send their notices. They carry no signature and no login; all that they do is make us ask.
@Controller
class WebhookController {

    private static final int LARGEST = 64 * 1024;

    private final TakeNotice notices;
    private final List<IpAddressMatcher> networks;

    /// @param networks where notices are taken from, such as `185.71.76.0/27`; none named takes them from anywhere
    WebhookController(TakeNotice notices, @Value("${golubika.payments.yookassa.networks:}") List<String> networks) {
        this.notices = notices;
        this.networks = networks.stream().map(IpAddressMatcher::new).toList();
    }

    @PostMapping("/webhooks/yookassa")
    ResponseEntity<Void> yookassa(HttpServletRequest request) throws IOException {
        if (!networks.isEmpty() && networks.stream().noneMatch(network -> network.matches(request))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return notices.take(body)
                ? ResponseEntity.ok().build()
                : ResponseEntity.badRequest().build();
    }
}
