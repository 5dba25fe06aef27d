package golubika.subscribers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// A legal text that people accept or sign, in its present version. Nothing works while one is not signed; they are
/// signed in this order.
public enum Document {
    /// The user agreement, accepted by pressing «Зарегистрироваться».
    AGREEMENT("agreement"),

    /// The consent to the processing of personal data: a document of its own by law 152-ФЗ, signed before all work.
    PERSONAL_DATA("personal-data");

    private static final String VERSIONS =
            Arrays.stream(values()).map(Document::version).collect(Collectors.joining("+"));

    private final DocumentText text;
    private final String version;
    private final List<Change> changes;

    Document(String name) {
        text = new DocumentText(read(name + ".txt"));
        version = text.version();
        changes = read(name + "-changes.txt")
                .lines()
                .collect(Collectors.collectingAndThen(Collectors.joining("\n"), Document::changes));
    }

    /// What an edition changed, in a few words.
    public record Change(String edition, String words) {}

    public DocumentText text() {
        return text;
    }

    public String version() {
        return version;
    }

    /// The present versions of all documents, in one word that changes with any of them.
    public static String versions() {
        return VERSIONS;
    }

    /// What has changed since an edition that somebody signed, the newest first; everything for an edition that is not
    /// known any more.
    ///
    /// @param edition null when none was signed, and then nothing has changed
    public List<Change> changesSince(@Nullable String edition) {
        return edition == null
                ? List.of()
                : changes.stream()
                        .takeWhile(change -> !change.edition.equals(edition))
                        .toList();
    }

    private static List<Change> changes(String text) {
        return Arrays.stream(text.split("\n\n"))
                .map(block -> block.split("\n", 2))
                .map(parts -> new Change(parts[0], parts[1].strip()))
                .toList();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("documents/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
