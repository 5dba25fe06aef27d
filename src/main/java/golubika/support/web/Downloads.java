package golubika.support.web;

import golubika.support.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Hands out files that people have sent: to be saved under their name, and should a browser show one after all, it
/// shows it as a stranger to us.
final class Downloads {

    private Downloads() {}

    static ResponseEntity<InputStreamResource> of(Optional<StoredFile> found) {
        return found.map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.kind().type()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .contentLength(file.size())
                        .body(new InputStreamResource(file.content().get())))
                .orElse(ResponseEntity.notFound().build());
    }
}
