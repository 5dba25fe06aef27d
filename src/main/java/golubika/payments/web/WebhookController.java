package golubika.payments.web;

import golubika.payments.TakeNotice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Where providers send their notices. They carry no signature and no login; all that they do is make us ask.
@Controller
class WebhookController {

    private static final int LARGEST = 64 * 1024;

    private final TakeNotice notices;

    WebhookController(TakeNotice notices) {
        this.notices = notices;
    }

    @PostMapping("/webhooks/yookassa")
    ResponseEntity<Void> yookassa(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return notices.take(body)
                ? ResponseEntity.ok().build()
                : ResponseEntity.badRequest().build();
    }
}
