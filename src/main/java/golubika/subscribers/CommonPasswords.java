package golubika.subscribers;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/// What guessers try first: a short list, also with digits around, and anything made of few different characters,
/// of one word twice, or of runs along the keyboard.
final class CommonPasswords {

    private static final int FEWEST_CHARACTERS = 4;
    private static final int SHORTEST_RUN = 3;
    private static final int FEWEST_BESIDE_RUNS = 3;
    private static final String ROWS = "12345678901 qwertyuiop asdfghjkl zxcvbnm йцукенгшщзхъ фывапролджэ ячсмитьбю";
    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    static boolean contains(String password) {
        var lower = password.toLowerCase(ROOT);
        var word = word(lower);
        return LIST.contains(lower)
                || LIST.contains(word)
                || lower.codePoints().distinct().count() < FEWEST_CHARACTERS
                || isRepeated(word)
                || lower.length() - inRuns(lower) < FEWEST_BESIDE_RUNS;
    }

    /// `пароль` of `пароль2026!`.
    private static String word(String password) {
        var from = 0;
        var to = password.length();
        while (from < to && !Character.isLetter(password.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(password.charAt(to - 1))) {
            to--;
        }
        return password.substring(from, to);
    }

    /// `kirovkirov`, `пароль-пароль`.
    private static boolean isRepeated(String word) {
        var letters = word.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return IntStream.rangeClosed(1, letters.length() / 2)
                .anyMatch(part -> letters.length() % part == 0
                        && letters.substring(0, part)
                                .repeat(letters.length() / part)
                                .equals(letters));
    }

    /// How many characters stand in runs of three and more, along the keyboard or the alphabet: `12345`, `ytrewq`.
    private static int inRuns(String password) {
        var inside = 0;
        var run = 1;
        for (var i = 1; i <= password.length(); i++) {
            if (i < password.length() && areNeighbours(password.charAt(i - 1), password.charAt(i))) {
                run++;
            } else {
                inside += run >= SHORTEST_RUN ? run : 0;
                run = 1;
            }
        }
        return inside;
    }

    private static boolean areNeighbours(char one, char other) {
        return Math.abs(one - other) <= 1
                || ROWS.contains(String.valueOf(new char[] {one, other}))
                || ROWS.contains(String.valueOf(new char[] {other, one}));
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
