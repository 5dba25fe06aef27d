package golubika.subscribers;

import static java.util.Locale.ROOT;

import golubika.values.EmailAddress;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a person signs in with, an e-mail or a Russian mobile phone, in its one spelling: `vera@пример.рф` (trimmed,
/// lower case, the domain in its own letters) or `+79001234567`.
public record Login(String value) {

    private static final Pattern STORED = Pattern.compile("\\+7\\d{10}|\\S+@\\S+");
    // Far above any address or phone, however it is spelled; what is longer is not even looked at.
    private static final int LONGEST_TYPED = 1000;

    /// What kind of contact a login is; each has its own channel.
    public enum Kind {
        MAIL,
        PHONE
    }

    /// What was made of something that a person typed.
    public sealed interface Reading {
        record Good(Login login) implements Reading {}

        /// @param fault names the sentence that helps
        record Bad(Fault fault) implements Reading {}
    }

    /// Why something is neither an e-mail address nor a Russian mobile phone.
    public enum Fault {
        EMPTY,
        NO_AT,
        SEVERAL_AT,
        SPACE,
        NAME,
        MIXED_LETTERS,
        DOMAIN,
        TOO_LONG,
        PHONE_SHORT,
        PHONE_LONG,
        PHONE_LANDLINE,
        PHONE_FOREIGN,
        PHONE_UNKNOWN,
        /// Only [Logins] says so: no SMS leaves this installation.
        PHONE_NOT_TAKEN
    }

    /// Reads what a person typed.
    public static Reading read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return new Reading.Bad(Fault.TOO_LONG);
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(ROOT);
        var at = text.indexOf('@');
        if (text.isEmpty()) {
            return new Reading.Bad(Fault.EMPTY);
        }
        if (at < 0) {
            return MobilePhone.looksLike(text) ? MobilePhone.read(text) : new Reading.Bad(Fault.NO_AT);
        }
        if (text.indexOf('@', at + 1) > 0) {
            return new Reading.Bad(Fault.SEVERAL_AT);
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return new Reading.Bad(Fault.SPACE);
        }
        // The dot of the sentence that the address was copied from.
        var end = text.endsWith(".") ? text.length() - 1 : text.length();
        return read(text.substring(0, at), text.substring(at + 1, Math.max(end, at + 1)));
    }

    /// A login that was found good once. It stays good where the rules have changed since: ranges of phone numbers come
    /// and go, and nobody is to lose a cabinet by that. Throws for what never was one.
    public static Login of(String stored) {
        if (read(stored) instanceof Reading.Good(var login)) {
            return login;
        }
        if (STORED.matcher(stored).matches()) {
            return new Login(stored);
        }
        throw new IllegalArgumentException("no login: " + stored);
    }

    /// How many digits stand after `+7`, or `8`, in what a person typed as a phone.
    public static int phoneDigits(String typed) {
        return MobilePhone.digits(typed);
    }

    public Kind kind() {
        return value.indexOf('@') < 0 ? Kind.PHONE : Kind.MAIL;
    }

    public boolean isPhone() {
        return kind() == Kind.PHONE;
    }

    /// As people read it: `+7 900 123-45-67`; an e-mail as it is.
    public String printed() {
        return isPhone() ? MobilePhone.printed(value) : value;
    }

    /// Enough for its owner to know it by, not for anybody else: `v…@example.com`, `+7 900 …-67`.
    public String masked() {
        return isPhone()
                ? printed().substring(0, 7) + "…" + value.substring(value.length() - 2)
                : value.substring(0, value.offsetByCodePoints(0, 1)) + "…" + value.substring(value.lastIndexOf('@'));
    }

    private static Reading read(String name, String typedDomain) {
        if (EmailAddress.isTooLong(name, typedDomain)) {
            return new Reading.Bad(Fault.TOO_LONG);
        }
        if (!EmailAddress.isName(name)) {
            return new Reading.Bad(Fault.NAME);
        }
        var domain = EmailAddress.domain(typedDomain);
        if (Alphabets.mixed(name) || domain.map(Alphabets::mixedDomain).orElse(false)) {
            return new Reading.Bad(Fault.MIXED_LETTERS);
        }
        return domain.<Reading>map(good -> new Reading.Good(new Login(name + '@' + good)))
                .orElse(new Reading.Bad(Fault.DOMAIN));
    }

    @Override
    public String toString() {
        return value;
    }
}
