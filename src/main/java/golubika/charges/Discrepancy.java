package golubika.charges;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the sums that registers brought do not follow from one another. The portal shows them as they came; it only
/// says that it cannot reckon them.
///
/// @param of       the service, for LINE; empty otherwise
/// @param stated   what the billing says
/// @param reckoned what its other figures give
public record Discrepancy(Kind kind, BillingMonth month, String of, Money stated, Money reckoned) {

    public enum Kind {
        /// volume × coefficient × price, rounded once, is not what was charged
        LINE,
        /// the lines together are not what the month was charged
        LINES,
        /// opening + charged + recalculated + penalty − paid is not the closing balance
        MONTH,
        /// the services together are not the account
        SERVICES,
        /// the month does not begin where the last one ended
        OPENING
    }

    /// All of a month.
    ///
    /// @param charges  the month's lines; empty when they are not known
    /// @param balances the month's and the month's before, in any order
    public static List<Discrepancy> of(BillingMonth month, List<Charge> charges, List<Balance> balances) {
        var found = new ArrayList<Discrepancy>();
        for (var charge : charges) {
            charge.reckoned()
                    .flatMap(reckoned -> compared(Kind.LINE, month, charge.service(), charge.accrued(), reckoned))
                    .ifPresent(found::add);
        }
        var whole = whole(month, balances);
        if (whole == null) {
            return found;
        }
        compared(Kind.MONTH, month, "", whole.closing(), whole.reckoned()).ifPresent(found::add);
        if (!charges.isEmpty()) {
            compared(Kind.LINES, month, "", charged(whole), sum(charges, Charge::total))
                    .ifPresent(found::add);
        }
        var services = balances.stream()
                .filter(balance -> balance.month().equals(month) && !balance.isWhole())
                .toList();
        if (!services.isEmpty()) {
            compared(Kind.SERVICES, month, "", whole.closing(), sum(services, Balance::closing))
                    .ifPresent(found::add);
        }
        var before = whole(month.previous(), balances);
        if (before != null) {
            compared(Kind.OPENING, month, "", whole.opening(), before.closing()).ifPresent(found::add);
        }
        return found;
    }

    private static Money charged(Balance whole) {
        return whole.accrued().plus(whole.recalculated()).plus(whole.penalty());
    }

    private static @Nullable Balance whole(BillingMonth month, List<Balance> balances) {
        return balances.stream()
                .filter(balance -> balance.isWhole() && balance.month().equals(month))
                .findFirst()
                .orElse(null);
    }

    private static <T> Money sum(List<T> parts, Function<T, Money> part) {
        return parts.stream().map(part).reduce(Money.ZERO, Money::plus);
    }

    private static Optional<Discrepancy> compared(
            Kind kind, BillingMonth month, String of, Money stated, Money reckoned) {
        return Objects.equals(stated, reckoned)
                ? Optional.empty()
                : Optional.of(new Discrepancy(kind, month, of, stated, reckoned));
    }
}
