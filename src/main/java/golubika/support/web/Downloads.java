package golubika.support.web;

import golubika.support.KeptFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Hands out files that people have sent: to be saved under their name, and should a browser show one after all, it
/// shows it as a stranger to us.
final class Downloads {

    private Downloads() {}

    static ResponseEntity<byte[]> of(Optional<KeptFile> found) {
        return found.map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.kind().type()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .body(file.content()))
                .orElse(ResponseEntity.notFound().build());
    }
}
