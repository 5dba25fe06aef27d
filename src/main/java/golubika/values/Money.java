package golubika.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of roubles, held as whole kopecks. Positive is owed by the subscriber, negative is overpaid.
/// Arithmetic fails on overflow rather than wrapping.
public record Money(long kopecks) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /// The sum rounded half-up to the kopeck: to be called once, at the end of a reckoning.
    public static Money roundedFrom(BigDecimal roubles) {
        return new Money(
                roubles.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// The exact sum; throws `ArithmeticException` when it has a fraction of a kopeck.
    public static Money exactlyFrom(BigDecimal roubles) {
        return new Money(roubles.movePointRight(2).longValueExact());
    }

    public static Money ofKopecks(long kopecks) {
        return kopecks == 0 ? ZERO : new Money(kopecks);
    }

    public Money plus(Money other) {
        return ofKopecks(Math.addExact(kopecks, other.kopecks));
    }

    public Money minus(Money other) {
        return ofKopecks(Math.subtractExact(kopecks, other.kopecks));
    }

    public Money negated() {
        return ofKopecks(Math.negateExact(kopecks));
    }

    public Money abs() {
        return kopecks < 0 ? negated() : this;
    }

    public boolean isPositive() {
        return kopecks > 0;
    }

    public boolean isNegative() {
        return kopecks < 0;
    }

    public boolean isZero() {
        return kopecks == 0;
    }

    /// Roubles with two decimals and a dot, as registers and providers write them: `1956.85`.
    public BigDecimal roubles() {
        return BigDecimal.valueOf(kopecks, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(kopecks, other.kopecks);
    }

    @Override
    public String toString() {
        return roubles().toPlainString();
    }
}
