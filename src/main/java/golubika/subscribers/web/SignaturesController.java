package golubika.subscribers.web;

import golubika.subscribers.Signature;
import golubika.subscribers.Signatures;
import golubika.subscribers.SignedCopy;
import golubika.subscribers.Subscriber;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What a person has signed: the very words, and the signed copy.
@Controller
class SignaturesController {

    private final Signatures signatures;
    private final SignedCopy copy;

    SignaturesController(Signatures signatures, SignedCopy copy) {
        this.signatures = signatures;
        this.copy = copy;
    }

    @GetMapping("/signatures/{id}")
    ModelAndView read(@AuthenticationPrincipal Subscriber subscriber, @PathVariable UUID id) {
        return new ModelAndView(
                "subscribers/document", "text", own(subscriber, id).text());
    }

    @GetMapping("/signatures/{id}/copy.pdf")
    ResponseEntity<byte[]> copy(@AuthenticationPrincipal Subscriber subscriber, @PathVariable UUID id) {
        var signature = own(subscriber, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(signature))
                                .build()
                                .toString())
                .body(copy.pdf(signature));
    }

    private Signature own(Subscriber subscriber, UUID id) {
        return signatures
                .find(subscriber.id(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String name(Signature signature) {
        return switch (signature.document()) {
            case AGREEMENT -> "agreement.pdf";
            case PERSONAL_DATA -> "personal-data.pdf";
        };
    }
}
