package golubika.subscribers;

import golubika.values.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret of 256 bits that a mailed link carries. We keep only its hash.
record Token(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Token fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "Token";
    }
}
