package golubika.charges;

import golubika.accounts.Account;
import golubika.suppliers.Norm;
import golubika.suppliers.Tariff;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is at stake for an account whose readings stop counting: a month by norm beside a usual one, at today's price.
/// A forecast; coefficients and benefits are left out of both.
///
/// @param usual an average one of the months of the last year that were charged by readings; null where none was
public record Stake(Money byNorm, @Nullable Money usual) {

    private static final int MONTHS = 12;

    /// Empty where the norm, what it is multiplied by, or the price is not known.
    public static Optional<Stake> of(
            Account account, List<Norm> norms, List<Tariff> prices, List<MonthUse> use, LocalDate today) {
        return prices.stream()
                .filter(price -> price.isForGas() && price.appliesOn(today))
                .findFirst()
                .flatMap(price -> volume(account, norms, price.service(), today)
                        .map(volume -> new Stake(
                                Money.roundedFrom(volume.multiply(price.price())),
                                usual(use, BillingMonth.of(today))
                                        .map(usual -> Money.roundedFrom(usual.multiply(price.price())))
                                        .orElse(null))));
    }

    /// What a month would cost more; zero or less where the norm is no dearer.
    public @Nullable Money more() {
        return usual == null ? null : byNorm.minus(usual);
    }

    private static Optional<BigDecimal> volume(Account account, List<Norm> norms, String service, LocalDate day) {
        return norms.stream()
                .filter(norm -> norm.service().equals(service) && norm.appliesOn(day))
                .findFirst()
                .flatMap(norm -> norm.base(account.area(), account.residents()).map(norm.amount()::multiply));
    }

    private static Optional<BigDecimal> usual(List<MonthUse> use, BillingMonth now) {
        var lastYear = use.stream()
                .filter(month -> month.metered() && month.month().compareTo(now.plus(-MONTHS)) >= 0)
                .map(MonthUse::volume)
                .toList();
        return lastYear.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(lastYear.size()), 5, RoundingMode.HALF_UP));
    }
}
