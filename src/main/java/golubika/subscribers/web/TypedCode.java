package golubika.subscribers.web;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A code as people type it: with a space or a dash in the middle, and as pasted.
final class TypedCode {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]+");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private TypedCode() {}

    /// Its six digits; empty when it cannot be one, which costs no try.
    static Optional<String> read(String typed) {
        var digits = BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return CODE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}
