package golubika.payments.web;

import golubika.payments.NoticeMessage;
import golubika.payments.TakeNotice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where providers send their notices. Whoever sends them, all that they do is make us ask. Each is answered as its
/// protocol wants a notice to be acknowledged; what is not ours is acknowledged as well, lest it come again and again.
@Controller
class WebhookController {

    private static final int LARGEST = 64 * 1024;

    private final TakeNotice notices;
    private final Map<String, List<IpAddressMatcher>> networks;

    /// @param settings where `golubika.payments.PROVIDER.networks` may name networks such as `185.71.76.0/27`, from
    ///                 which alone notices are taken
    WebhookController(TakeNotice notices, Environment settings) {
        this.notices = notices;
        this.networks = Stream.of("YOOKASSA", "SBERBANK", "TBANK")
                .collect(Collectors.toMap(Function.identity(), provider -> networks(settings, provider)));
    }

    private static List<IpAddressMatcher> networks(Environment settings, String provider) {
        var setting = "golubika.payments." + provider.toLowerCase(Locale.ROOT) + ".networks";
        return Arrays.stream(settings.getProperty(setting, String[].class, new String[0]))
                .map(IpAddressMatcher::new)
                .toList();
    }

    @PostMapping("/webhooks/yookassa")
    ResponseEntity<String> yookassa(HttpServletRequest request) throws IOException {
        return take("YOOKASSA", request, "");
    }

    /// With `OK` and nothing else T-Bank sends a notice no more.
    @PostMapping("/webhooks/tbank")
    ResponseEntity<String> tbank(HttpServletRequest request) throws IOException {
        return take("TBANK", request, "OK");
    }

    @GetMapping("/webhooks/sberbank")
    ResponseEntity<String> sberbankInAddress(HttpServletRequest request) throws IOException {
        return take("SBERBANK", request, "");
    }

    @PostMapping("/webhooks/sberbank")
    ResponseEntity<String> sberbankInForm(HttpServletRequest request) throws IOException {
        return take("SBERBANK", request, "");
    }

    private ResponseEntity<String> take(String provider, HttpServletRequest request, String heard) throws IOException {
        if (!isAdmitted(provider, request)) {
            return answer(HttpStatus.FORBIDDEN, "");
        }
        if (request.getContentLengthLong() > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "");
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "");
        }
        return switch (notices.take(provider, message(request, body))) {
            case HEEDED, NOT_OURS -> answer(HttpStatus.OK, heard);
            case NOT_PROVEN -> answer(HttpStatus.FORBIDDEN, "");
            case NO_NOTICE -> answer(HttpStatus.BAD_REQUEST, "");
        };
    }

    private boolean isAdmitted(String provider, HttpServletRequest request) {
        var named = networks.getOrDefault(provider, List.of());
        return named.isEmpty() || named.stream().anyMatch(network -> network.matches(request));
    }

    private static NoticeMessage message(HttpServletRequest request, byte[] body) {
        var parameters = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        return new NoticeMessage(parameters, body);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(words);
    }
}
