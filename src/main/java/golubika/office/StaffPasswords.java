package golubika.office;

import golubika.subscribers.PasswordPolicy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which passwords staff may have: stricter than those of households, since one opens the data of many.
public final class StaffPasswords {

    public static final int SHORTEST = 12;

    /// So long a one-time password waits to be used.
    public static final Duration ONCE = Duration.ofDays(7);

    // Without letters and digits that are taken for one another.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private StaffPasswords() {}

    /// What is wrong with a password.
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        /// Among what everybody tries first, or of few different signs.
        COMMON,
        /// It holds the login.
        LOGIN,
        /// It is the one that was there before.
        SAME
    }

    /// Empty when it may be taken.
    public static Optional<Flaw> flaw(String password, String login) {
        if (PasswordPolicy.length(password) < SHORTEST) {
            return Optional.of(Flaw.TOO_SHORT);
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            return Optional.of(Flaw.LOGIN);
        }
        return PasswordPolicy.STRONG.flaw(password).map(flaw -> switch (flaw) {
            case TOO_LONG -> Flaw.TOO_LONG;
            default -> Flaw.COMMON;
        });
    }

    /// `h7kd-…`: 79 random bits, to be told to somebody and typed once.
    public static String once() {
        return IntStream.range(0, 4).mapToObj(i -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .collect(Collectors.joining());
    }
}
