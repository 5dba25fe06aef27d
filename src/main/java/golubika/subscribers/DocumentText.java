package golubika.subscribers;

import golubika.values.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of one version of a legal text: a title, the edition, paragraphs under headings.
public record DocumentText(String words) {

    /// One heading and the paragraphs under it; the introduction has no heading.
    public record Section(@Nullable String heading, List<String> paragraphs) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /// SHA-256 of the words in hexadecimal digits, so that no change goes unnoticed.
    public String version() {
        return HexFormat.of().formatHex(Sha256.of(words));
    }

    public String title() {
        return words.lines().findFirst().orElse("");
    }

    /// `Редакция от 1 ноября 2026`.
    public String edition() {
        return words.lines().skip(1).findFirst().orElse("");
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
