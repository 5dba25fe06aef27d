package golubika.subscribers;

import golubika.values.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret that the link of a message carries, of 256 bits in letters. We keep only its hash.
public record Token(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token fresh() {
        return new Token(random(32));
    }

    private static String random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A secret for a link to this login: in an SMS each character is paid for, so there it has 128 bits, which is
    /// still more than anybody guesses.
    public static Token fit(Login login) {
        return login.isPhone() ? new Token(random(16)) : fresh();
    }

    public byte[] hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "Token";
    }
}
