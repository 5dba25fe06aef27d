package golubika.payments.providers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single words of what a bank has said; banks write numbers and truths as strings too.
final class Words {

    private static final int LONGEST = 2000;

    private Words() {}

    /// A scalar as text; null when it is missing, empty or longer than any word of a bank.
    static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        var text = plain(value);
        return text.isEmpty() || text.length() > LONGEST ? null : text;
    }

    /// A whole number; null when it is missing or anything else.
    static @Nullable Long whole(JsonNode node, String field) {
        var text = text(node, field);
        return text == null || !text.matches("-?[0-9]{1,18}") ? null : Long.valueOf(text);
    }

    static boolean isTrue(JsonNode node, String field) {
        return "true".equals(text(node, field));
    }

    /// As a bank reckons its signatures: numbers without an exponent, truths in words.
    static String plain(JsonNode scalar) {
        return scalar.isFloatingPointNumber()
                ? scalar.decimalValue().stripTrailingZeros().toPlainString()
                : scalar.asString();
    }
}
