package golubika.support;

import golubika.values.PlainText;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/// What people write to us, as we keep it: plain text in lines, with the numbers of bank cards struck out. Nobody
/// needs them to answer, and a portal that stores them would have to guard them as a bank does.
public final class Words {

    /// So many characters one remark may have.
    public static final int LONGEST = 4_000;

    private static final int LONGEST_SUBJECT = 60;
    // Sixteen digits in fours or all together, seldom more: of Мир, Visa, Mastercard, UnionPay.
    private static final Pattern CARD =
            Pattern.compile("(?<![\\d-])(?:2[2-7]|4\\d|5[1-5]|62)\\d{2}([ -]?)\\d{4}\\1\\d{4}"
                    + "\\1\\d{4}(?:[ -]?\\d{1,3})?(?![\\d-])");
    private static final Pattern GREETING = Pattern.compile(
            "(?iu)^(?:здравствуйте|добрый (?:день|вечер)|доброе утро|доброго (?:дня|времени суток)|привет(?:ствую)?)(?!\\p{L})[!.,)\\s]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?:\\s|$)|\\n");

    private Words() {}

    /// The text as it is kept; empty when nothing of it can be seen.
    public static String of(String typed) {
        return withoutCards(plain(typed));
    }

    private static String plain(String typed) {
        var lines = new ArrayList<String>();
        for (var line : typed.split("\\R", -1)) {
            var plain = PlainText.of(line);
            if (!plain.isEmpty() || !lines.isEmpty() && !lines.getLast().isEmpty()) {
                lines.add(plain);
            }
        }
        return String.join("\n", lines).strip();
    }

    /// Whether a number of a card stands in what was typed.
    public static boolean namesCard(String typed) {
        var plain = plain(typed);
        return !withoutCards(plain).equals(plain);
    }

    /// What a request is called in lists: its first sentence, without the greeting.
    ///
    /// @return empty when there is nothing but a greeting
    static String subject(String words) {
        var rest = GREETING.matcher(words).replaceFirst("").strip();
        var end = SENTENCE_END.matcher(rest);
        var sentence = end.find() ? rest.substring(0, end.start()) : rest;
        return shortened(capital(sentence.strip()));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_SUBJECT) {
            return text;
        }
        var cut = text.lastIndexOf(' ', LONGEST_SUBJECT);
        var end = cut > LONGEST_SUBJECT / 2 ? cut : text.offsetByCodePoints(0, LONGEST_SUBJECT / 2);
        return text.substring(0, end).replaceFirst("[\\s,;:–—-]+$", "") + "…";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String withoutCards(String text) {
        return CARD.matcher(text).replaceAll(found -> {
            var digits = found.group().replaceAll("\\D", "");
            return isCard(digits) ? "•••• " + digits.substring(digits.length() - 4) : found.group();
        });
    }

    /// The check digit of ISO/IEC 7812-1.
    private static boolean isCard(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
