package golubika.subscribers;

import static golubika.subscribers.PasswordFlaw.COMMON;
import static golubika.subscribers.PasswordFlaw.CYRILLIC;
import static golubika.subscribers.PasswordFlaw.EMPTY;
import static golubika.subscribers.PasswordFlaw.SIGNS;
import static golubika.subscribers.PasswordFlaw.TOO_LONG;
import static golubika.subscribers.PasswordFlaw.TOO_SHORT;

import java.util.Optional;

/// Which passwords an installation takes; `golubika.password-policy` chooses. Lengths count characters as people do.
public enum PasswordPolicy {
    /// The rule of the portal's instructions: any combination of Latin letters and digits, 5 to 10 of them.
    LETTERS_AND_DIGITS(5, 10) {
        @Override
        Optional<PasswordFlaw> flawOfLetters(String password) {
            if (password.codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)) {
                return Optional.of(CYRILLIC);
            }
            return password.codePoints().allMatch(PasswordPolicy::isLatinOrDigit)
                    ? Optional.empty()
                    : Optional.of(SIGNS);
        }
    },

    /// 8 to 64 of anything, except what everybody tries first.
    STRONG(8, 64) {
        @Override
        Optional<PasswordFlaw> flawOfLetters(String password) {
            return CommonPasswords.contains(password) ? Optional.of(COMMON) : Optional.empty();
        }
    };

    private final int shortest;
    private final int longest;

    PasswordPolicy(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    public int shortest() {
        return shortest;
    }

    public int longest() {
        return longest;
    }

    /// What is wrong with a password; empty when it may be taken.
    public Optional<PasswordFlaw> flaw(String password) {
        var length = length(password);
        if (length == 0) {
            return Optional.of(EMPTY);
        }
        var flaw = flawOfLetters(password);
        if (flaw.isPresent() && flaw.get() != COMMON) {
            return flaw;
        }
        if (length < shortest) {
            return Optional.of(TOO_SHORT);
        }
        return length > longest ? Optional.of(TOO_LONG) : flaw;
    }

    public static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    abstract Optional<PasswordFlaw> flawOfLetters(String password);

    private static boolean isLatinOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
