package golubika.payments;

import golubika.values.OrderedId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Identifies a payment: a UUID of version 7, so that later payments sort after earlier ones.
/// Its text is the PAY_ID of registers and the last part of the address of the payment's page.
public record PaymentId(UUID value) implements Comparable<PaymentId> {

    public static PaymentId at(Instant moment) {
        return new PaymentId(OrderedId.at(moment));
    }

    /// Reads the form of addresses; throws for anything else.
    public static PaymentId from(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a payment: " + text);
        }
        return new PaymentId(UUID.fromString(text));
    }

    /// When it was made, to the millisecond.
    public Instant moment() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /// As 32 hexadecimal digits, for banks that take no more.
    public String digits() {
        return toString().replace("-", "");
    }

    /// Reads what `digits` wrote; throws for anything else.
    public static PaymentId fromDigits(String digits) {
        if (digits.length() != 32) {
            throw new IllegalArgumentException("not a payment: " + digits);
        }
        return from(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /// What people read out to the support: the last 8 digits, `7C1D-52B0`.
    public String printed() {
        var text = toString();
        return (text.substring(28, 32) + '-' + text.substring(32)).toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(PaymentId other) {
        return Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
