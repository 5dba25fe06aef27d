package golubika.registers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms of words: free text, lists of words, flags.
final class Forms {

    private Forms() {}

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Text of at most so many characters, without control characters.
    static Form text(int longest) {
        return new Text(longest);
    }

    private record Text(int longest) implements Form {
        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            var characters = 0;
            for (var i = from; i < to; i++) {
                if (bytes[i] >= 0 && bytes[i] < ' ' || bytes[i] == 0x7f) {
                    return Reason.BAD_TEXT;
                }
                if ((bytes[i] & 0xc0) != 0x80) {
                    characters++;
                }
            }
            if (characters > longest) {
                return Reason.BAD_TEXT;
            }
            row.text(bytes, from, to);
            return null;
        }

        @Override
        public String expected() {
            return Integer.toString(longest);
        }

        @Override
        public boolean mayBeTold() {
            return false;
        }
    }

    /// One of the words.
    static Form oneOf(String... words) {
        return new OneOf(List.of(words));
    }

    static Form oneOf(Collection<String> words) {
        return new OneOf(words.stream().sorted().toList());
    }

    private static final class OneOf implements Form {
        private final List<String> words;
        private final byte[][] allowed;

        OneOf(List<String> words) {
            this.words = words;
            this.allowed = words.stream()
                    .map(word -> word.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }

        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            for (var word : allowed) {
                if (Arrays.equals(word, 0, word.length, bytes, from, to)) {
                    row.text(bytes, from, to);
                    return null;
                }
            }
            return Reason.NOT_IN_LIST;
        }

        @Override
        public String expected() {
            return String.join(", ", words);
        }
    }

    /// Yes or no, `1` or `0`.
    static Form flag() {
        return oneOf("1", "0");
    }
}
