package golubika.values;

import java.text.Normalizer;

/// Text that shows what it is: without control characters, without those that turn the direction of writing or take no
/// room, and with single spaces. A name of `vera` followed by U+202E would write the rest of its line backwards.
public final class PlainText {

    private PlainText() {}

    /// The text as people see it; empty when nothing of it can be seen.
    public static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (isSpace(letter)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (isSeen(letter)) {
                plain.appendCodePoint(letter);
            }
        });
        // Marks that something unseen had kept apart are brought into their order only now.
        return Normalizer.normalize(plain, Normalizer.Form.NFC).strip();
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
