package golubika.subscribers;

import golubika.values.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// A legal text that people accept or sign. Its version is the hash of its words, so no change goes unnoticed.
public enum Document {
    /// The user agreement, accepted by pressing «Зарегистрироваться».
    AGREEMENT("documents/agreement.txt"),

    /// The consent to the processing of personal data: a document of its own by law 152-ФЗ, signed before all work.
    PERSONAL_DATA("documents/personal-data.txt");

    private final String words;
    private final String version;

    Document(String resource) {
        try {
            words = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
            version = HexFormat.of().formatHex(Sha256.of(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One heading and the paragraphs under it; the introduction has no heading.
    public record Section(@Nullable String heading, List<String> paragraphs) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    public String words() {
        return words;
    }

    public String version() {
        return version;
    }

    public String title() {
        return words.lines().findFirst().orElseThrow();
    }

    /// `Редакция от 1 ноября 2026`.
    public String edition() {
        return words.lines().skip(1).findFirst().orElseThrow();
    }

    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (var block : words.split("\n\n")) {
            var lines = block.lines().toList();
            if (block.startsWith("## ")) {
                sections.add(new Section(lines.getFirst().substring(3), lines.subList(1, lines.size())));
            } else if (!sections.isEmpty() || !block.startsWith(title())) {
                sections.add(new Section(null, lines));
            }
        }
        return sections;
    }
}
