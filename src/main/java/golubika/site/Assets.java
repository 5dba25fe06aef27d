package golubika.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Addresses of our own scripts, styles and pictures. Their version is the checksum of them all.
@Component
public class Assets {

    private final String version;

    Assets() throws IOException {
        var sum = new CRC32();
        var resolver = new PathMatchingResourcePatternResolver();
        for (var kind : List.of("css", "js", "svg")) {
            for (var file : resolver.getResources("classpath*:static/assets/**/*." + kind)) {
                sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(file.getContentAsByteArray());
            }
        }
        version = Long.toHexString(sum.getValue());
    }

    /// `golubika.css` → `/assets/golubika.css?v=5f2e…`.
    public String address(String name) {
        return "/assets/" + name + "?v=" + version;
    }
}
