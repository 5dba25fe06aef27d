package golubika.subscribers;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import golubika.subscribers.Login.Fault;
import golubika.subscribers.Login.Reading;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// Reads and prints Russian mobile phones, as people spell them: `8 (900) 123-45-67`, `+7 900…`, `9001234567`. All
/// codes that begin with 9 are for them (numbering plan of Russia); which are in use today changes faster than any
/// library.
final class MobilePhone {

    /// Digits after `+7`.
    static final int DIGITS = 10;

    private static final int RUSSIA = 7;
    private static final String REGION = "RU";
    // Whatever stands between digits: brackets, dots, all the dashes and spaces there are.
    private static final Pattern LOOK = Pattern.compile("(?=.*\\p{Nd})[\\p{Nd}\\p{Z}\\s\\p{Pd}\\p{Cf}\\p{Sm}().,/_]+");

    private MobilePhone() {}

    static boolean looksLike(String text) {
        return LOOK.matcher(text).matches();
    }

    static Reading read(String text) {
        var typed = Typed.of(text);
        if (typed.abroad) {
            return new Reading.Bad(Fault.PHONE_FOREIGN);
        }
        var count = typed.national.length();
        if (count != DIGITS) {
            return new Reading.Bad(count < DIGITS ? Fault.PHONE_SHORT : Fault.PHONE_LONG);
        }
        if (typed.national.startsWith("9")) {
            return new Reading.Good(new Login(numbers().format(number(typed.national), PhoneNumberFormat.E164)));
        }
        var known = numbers().isValidNumberForRegion(number(typed.national), REGION);
        return new Reading.Bad(known ? Fault.PHONE_LANDLINE : Fault.PHONE_UNKNOWN);
    }

    /// How many digits stand after `+7`, or `8`, in what a person typed.
    static int digits(String typed) {
        return Typed.of(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .national
                .length();
    }

    /// @param value `+79001234567`
    static String printed(String value) {
        return numbers().format(number(value.substring(2)), PhoneNumberFormat.INTERNATIONAL);
    }

    private static PhoneNumberUtil numbers() {
        return PhoneNumberUtil.getInstance();
    }

    private static PhoneNumber number(String national) {
        return new PhoneNumber().setCountryCode(RUSSIA).setNationalNumber(Long.parseLong(national));
    }

    /// @param national the digits without the country's
    private record Typed(String national, boolean abroad) {

        static Typed of(String text) {
            var digits = new StringBuilder();
            text.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
            var all = digits.toString();
            var plus = text.replaceFirst("^[^+\\p{Nd}]+", "").startsWith("+");
            // Nobody's country code is 89…: it is the eight of the long-distance call behind a plus.
            if (plus && !all.startsWith("7") && !all.startsWith("89") && !all.isEmpty()) {
                return new Typed(all, true);
            }
            return new Typed(withoutPrefix(all, plus), false);
        }

        // A mobile number begins with 9, so what stands before a 9 is a prefix, however many digits follow.
        private static String withoutPrefix(String all, boolean plus) {
            if (all.startsWith("8107") && all.length() > DIGITS + 2) {
                return all.substring(4);
            }
            var prefixed = all.matches("[78].*") && (plus || all.length() > DIGITS || all.startsWith("9", 1));
            return prefixed ? all.substring(1) : all;
        }
    }
}
