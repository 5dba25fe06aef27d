package golubika.accounts;

import golubika.suppliers.SupplierCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Key of an account, reckoned from supplier and canonical number: the first 8 bytes of the MD5 of `supplier:number`.
/// In addresses of pages it stands as 16 hexadecimal digits.
public record AccountId(long value) implements Comparable<AccountId> {

    private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    });

    /// @param number in canonical form
    public static AccountId of(SupplierCode supplier, String number) {
        var hash = MD5.get().digest((supplier.value() + ':' + number).getBytes(StandardCharsets.UTF_8));
        return new AccountId(ByteBuffer.wrap(hash).getLong());
    }

    /// Reads the form of addresses; throws for anything else.
    public static AccountId from(String text) {
        if (text.length() != 16) {
            throw new IllegalArgumentException("not an account: " + text);
        }
        return new AccountId(HexFormat.fromHexDigitsToLong(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
