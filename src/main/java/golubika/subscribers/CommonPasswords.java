package golubika.subscribers;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// What guessers try first: a short list, and anything made of few different characters or of a plain sequence.
final class CommonPasswords {

    private static final int FEWEST_CHARACTERS = 4;
    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    static boolean contains(String password) {
        var lower = password.toLowerCase(ROOT);
        return LIST.contains(lower) || lower.codePoints().distinct().count() < FEWEST_CHARACTERS || isSequence(lower);
    }

    /// `12345678`, `hgfedcba`.
    private static boolean isSequence(String password) {
        var letters = password.codePoints().toArray();
        for (var i = 2; i < letters.length; i++) {
            if (letters[i] - letters[i - 1] != letters[1] - letters[0]) {
                return false;
            }
        }
        return letters.length > 1 && Math.abs(letters[1] - letters[0]) <= 1;
    }

    private static Set<String> read() {
        try {
            return new ClassPathResource("documents/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
