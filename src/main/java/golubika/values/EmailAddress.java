package golubika.values;

import static java.util.Locale.ROOT;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address that a mail server takes, with the domain as people read it: `vera@пример.рф`.
///
/// @param name   what stands before the @: atoms between single dots (RFC 5322), at most 64 characters
/// @param domain in its own letters and lower case, with at least one dot
public record EmailAddress(String name, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LABEL = 63;
    // Possessive, since a group that may step back takes a frame of the stack for each dot.
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+");
    // IDNA 2003 turns them into others, IDNA 2008 keeps them: a letter to straße.example might go to strasse.example.
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200c\\u200d]");

    public EmailAddress {
        if (isTooLong(name, domain) || !isName(name) || !domain(domain).equals(Optional.of(domain))) {
            throw new IllegalArgumentException("no e-mail address");
        }
    }

    /// Reads an address as typed; empty when no letter could go there.
    public static Optional<EmailAddress> read(String typed) {
        var text = typed.strip();
        var at = text.indexOf('@');
        return at < 0
                ? Optional.empty()
                : domain(text.substring(at + 1))
                        .filter(domain -> isName(text.substring(0, at)) && !isTooLong(text.substring(0, at), domain))
                        .map(domain -> new EmailAddress(text.substring(0, at), domain));
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// A domain as people read it; empty when no mail could go there.
    public static Optional<String> domain(String typed) {
        var longest =
                Arrays.stream(typed.split("\\.", -1)).mapToInt(String::length).max();
        if (longest.orElse(0) > LONGEST_LABEL || AMBIGUOUS.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES);
            var lastDot = ascii.lastIndexOf('.');
            var good = lastDot > 0 && ascii.length() - lastDot > 2 && ascii.length() <= 253 && !ascii.contains("..");
            return good ? Optional.of(IDN.toUnicode(ascii).toLowerCase(ROOT)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether an address of these parts is longer than mail servers take (RFC 5321).
    public static boolean isTooLong(String name, String domain) {
        return name.length() > LONGEST_NAME || name.length() + 1 + domain.length() > LONGEST;
    }

    /// The address in the letters of all mail servers: `vera@xn--e1afmkfd.xn--p1ai`. Empty for a name in other letters
    /// (`вера@…`), which has no such form.
    public Optional<String> ascii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                ? Optional.of(name + '@' + IDN.toASCII(domain))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + '@' + domain;
    }
}
