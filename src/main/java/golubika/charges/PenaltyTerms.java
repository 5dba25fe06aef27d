package golubika.charges;

import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What late payment costs (ЖК РФ, статья 155, часть 14): for each day from the 31st a part of a yearly rate, from the
/// 91st a larger one. The rate is that of the day of payment, no higher than the Government's cap. There is no penalty
/// on penalties.
public record PenaltyTerms(List<Step> steps, List<Cap> caps, List<KeyRate> keyRates) {

    /// @param fromDay first day of being late to which it applies
    /// @param divisor 300 for 1/300 of the rate a day
    public record Step(LocalDate validFrom, int fromDay, int divisor) {}

    /// The Government's cap and the day until which it is known.
    public record Cap(LocalDate validFrom, LocalDate validTo, BigDecimal percent, String citation) {}

    public record KeyRate(LocalDate validFrom, BigDecimal percent) {}

    public PenaltyTerms {
        steps = List.copyOf(steps);
        caps = List.copyOf(caps);
        keyRates = List.copyOf(keyRates);
    }

    /// Per cent a year for what is paid on that day; empty where nobody knows yet what will hold then.
    public Optional<BigDecimal> rate(LocalDate paid) {
        return cap(paid)
                .flatMap(cap -> latest(keyRates, KeyRate::validFrom, paid)
                        .map(KeyRate::percent)
                        .map(cap.percent()::min));
    }

    /// The cap that holds on a day.
    public Optional<Cap> cap(LocalDate day) {
        return latest(caps, Cap::validFrom, day).filter(cap -> !day.isAfter(cap.validTo()));
    }

    /// The penalty for the days after `since` up to the day of payment, that day included, rounded once. Empty where
    /// the rate of the day of payment is not known.
    public Optional<Money> penalty(Collection<Arrears> arrears, LocalDate since, LocalDate paid) {
        return rate(paid)
                .map(rate -> Money.roundedFrom(arrears.stream()
                        .map(debt -> exact(debt, since, paid, rate))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    // debt × rate/100 × (days/300 + days/130): the quotient is exact far beyond the kopeck.
    private BigDecimal exact(Arrears debt, LocalDate since, LocalDate paid, BigDecimal rate) {
        var shares = BigDecimal.ZERO;
        var inForce = steps(paid);
        for (var i = 0; i < inForce.size(); i++) {
            var step = inForce.get(i);
            var last = i + 1 < inForce.size() ? inForce.get(i + 1).fromDay() - 1L : Long.MAX_VALUE;
            var from = Math.max(step.fromDay(), debt.daysLate(since) + 1);
            var days = Math.min(last, debt.daysLate(paid)) - from + 1;
            if (days > 0) {
                shares = shares.add(
                        BigDecimal.valueOf(days).divide(BigDecimal.valueOf(step.divisor()), 20, RoundingMode.HALF_UP));
            }
        }
        return debt.sum().roubles().multiply(rate).movePointLeft(2).multiply(shares);
    }

    /// The first day on which something of it costs a penalty; empty without arrears.
    public Optional<LocalDate> begins(Collection<Arrears> arrears, LocalDate today) {
        return steps(today).stream()
                .findFirst()
                .flatMap(step -> arrears.stream()
                        .map(debt -> debt.due().plusDays(step.fromDay()))
                        .min(Comparator.naturalOrder()));
    }

    private List<Step> steps(LocalDate day) {
        var inForce = latest(steps, Step::validFrom, day).map(Step::validFrom);
        return steps.stream()
                .filter(step -> inForce.filter(step.validFrom()::equals).isPresent())
                .sorted(Comparator.comparingInt(Step::fromDay))
                .toList();
    }

    private static <T> Optional<T> latest(List<T> dated, Function<T, LocalDate> validFrom, LocalDate day) {
        return dated.stream().filter(row -> !validFrom.apply(row).isAfter(day)).max(Comparator.comparing(validFrom));
    }
}
