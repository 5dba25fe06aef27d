package golubika.values;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The two-dimensional code of a payment document, ГОСТ Р 56042-2014: `ST00012|Name=…|PersonalAcc=…`. What is read
/// comes
/// from paper that anybody may have printed, so nothing of it is believed beyond its form.
///
/// @param fields by key as written, in their order
public record PaymentCode(Map<String, String> fields) {

    /// More than any code of the standard's symbologies holds.
    public static final int LONGEST = 4_096;

    private static final List<String> MANDATORY = List.of("Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc");
    private static final int LONGEST_MANDATORY = 300;
    private static final String SEPARATORS = "|#;:^_~{}!$%&()*+,/@";
    private static final List<Charset> ENCODINGS =
            List.of(Charset.forName("windows-1251"), StandardCharsets.UTF_8, Charset.forName("KOI8-R"));
    private static final int HEAD = 8;
    private static final int UTF_8 = 2;

    public PaymentCode {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The field of that key; writers often mistake capitals. Of several with one name the first counts.
    public Optional<String> field(String key) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /// Who is to be paid; some writers call it `INN`.
    public Optional<String> payeeInn() {
        return field("PayeeINN").or(() -> field("INN")).map(String::strip);
    }

    /// The payer's account number, as the supplier prints it.
    public Optional<String> account() {
        return field("PersAcc").map(String::strip);
    }

    /// Reads the bytes of a code; empty for anything but a payment code of version 0001. The eighth byte separates the
    /// fields, the seventh tells in what encoding they are. What is no `key=value`, as a trailing separator leaves,
    /// is passed over.
    public static Optional<PaymentCode> read(byte[] code) {
        if (code.length <= HEAD || code.length > LONGEST) {
            return Optional.empty();
        }
        var head = new String(code, 0, HEAD, StandardCharsets.ISO_8859_1);
        var encoding = head.charAt(6) - '1';
        if (!head.startsWith("ST0001")
                || encoding < 0
                || encoding >= ENCODINGS.size()
                || SEPARATORS.indexOf(head.charAt(7)) < 0) {
            return Optional.empty();
        }
        return text(code, ENCODINGS.get(encoding)).map(text -> new PaymentCode(fields(text, head.charAt(7))));
    }

    /// Writes the code in UTF-8: the mandatory fields first and in the standard's order, parted by the first separator
    /// that no value holds. Throws when a mandatory field is missing or the fields are too long for the standard.
    public byte[] write() {
        var ordered = new LinkedHashMap<String, String>();
        for (var key : MANDATORY) {
            ordered.put(key, field(key).orElseThrow(() -> new IllegalArgumentException("a payment code needs " + key)));
        }
        var mandatory = joined(ordered, '|').getBytes(StandardCharsets.UTF_8).length;
        if (mandatory > LONGEST_MANDATORY) {
            throw new IllegalArgumentException("the mandatory fields take " + mandatory + " bytes");
        }
        fields.forEach(ordered::putIfAbsent);
        var separator = separator(ordered);
        return ("ST0001" + UTF_8 + separator + joined(ordered, separator)).getBytes(StandardCharsets.UTF_8);
    }

    private static char separator(Map<String, String> fields) {
        var all = String.join("", fields.values()) + String.join("", fields.keySet());
        return (char) SEPARATORS
                .chars()
                .filter(separator -> all.indexOf(separator) < 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("every separator stands in some value"));
    }

    private static String joined(Map<String, String> fields, char separator) {
        var parts = new ArrayList<String>();
        fields.forEach((key, value) -> parts.add(key + "=" + value));
        return String.join(String.valueOf(separator), parts);
    }

    private static Map<String, String> fields(String text, char separator) {
        var fields = new LinkedHashMap<String, String>();
        for (var part : text.split(Pattern.quote(String.valueOf(separator)))) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(PlainText.of(part.substring(0, equals)), PlainText.of(part.substring(equals + 1)));
            }
        }
        return fields;
    }

    // Bytes that are none of the encoding's are no code of ours, rather than one with holes.
    private static Optional<String> text(byte[] code, Charset encoding) {
        try {
            return Optional.of(encoding.newDecoder()
                    .decode(ByteBuffer.wrap(code, HEAD, code.length - HEAD))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
