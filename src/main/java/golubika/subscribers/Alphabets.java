package golubika.subscribers;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Tells a keyboard in the wrong layout, and addresses that pass for others: `ivan@mаil.ru` with a Russian а.
final class Alphabets {

    private static final Pattern LATIN = Pattern.compile("[a-z]");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    // Small letters that nobody tells from Latin ones.
    private static final Pattern LOOKS_LATIN = Pattern.compile("[аеорсухѕіјһԁԛԝѵ0-9-]+");

    private Alphabets() {}

    static boolean mixed(String text) {
        return LATIN.matcher(text).find() && CYRILLIC.matcher(text).find();
    }

    /// Whether a label mixes alphabets, or one in Cyrillic stands under a Latin ending where none can: `.ru` takes
    /// Latin
    /// alone, under others one that looks Latin is there to deceive.
    ///
    /// @param domain in its own letters and lower case
    static boolean mixedDomain(String domain) {
        var labels = domain.split("\\.", -1);
        if (Arrays.stream(labels).anyMatch(Alphabets::mixed)) {
            return true;
        }
        var ending = labels[labels.length - 1];
        return LATIN.matcher(ending).find()
                && Arrays.stream(labels)
                        .filter(label -> CYRILLIC.matcher(label).find())
                        .anyMatch(label -> ending.equals("ru")
                                || LOOKS_LATIN.matcher(label).matches());
    }
}
