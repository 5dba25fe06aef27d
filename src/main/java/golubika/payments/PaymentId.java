package golubika.payments;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Identifies a payment: a UUID of version 7, so that later payments sort after earlier ones.
/// Its text is the PAY_ID of registers and the last part of the address of the payment's page.
public record PaymentId(UUID value) implements Comparable<PaymentId> {

    public static PaymentId at(Instant moment) {
        var random = ThreadLocalRandom.current();
        var high = moment.toEpochMilli() << 16 | 0x7000L | random.nextLong(1 << 12);
        var low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new PaymentId(new UUID(high, low));
    }

    /// Reads the form of addresses; throws for anything else.
    public static PaymentId from(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a payment: " + text);
        }
        return new PaymentId(UUID.fromString(text));
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
