package golubika.metering;

import java.util.Locale;

/// Serial numbers of meters as people copy them from a plate or a bill.
public final class Serials {

    // Cyrillic capitals that look like Latin ones, and the Latin letters that they look like.
    private static final String CYRILLIC = "АВЕЁІЈКМНОРСТУХЅ";
    private static final String LATIN = "ABEEIJKMHOPCTYXS";

    private Serials() {}

    /// What two ways of writing the same serial have in common: letters and digits alone, upper case, with Cyrillic
    /// look-alikes written as the Latin letters that they look like. Empty when there is nothing of the kind.
    public static String key(String serial) {
        var key = new StringBuilder(serial.length());
        var upper = serial.toUpperCase(Locale.ROOT);
        for (var i = 0; i < upper.length(); i++) {
            var c = upper.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                var place = c < 128 ? -1 : CYRILLIC.indexOf(c);
                key.append(place < 0 ? c : LATIN.charAt(place));
            }
        }
        return key.toString();
    }
}
