package golubika.charges;

import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an overdue debt is going to cost, beside the penalties that the billing has charged already. A forecast: the
/// billing reckons the penalty.
///
/// @param begins   the first day that costs something
/// @param now      penalty if all is paid today, for the days that the statement does not hold yet
/// @param later    the day that is looked ahead to: a month on, no further than the law is known
/// @param then     penalty if all is paid on that day; null where nobody knows the rate of the first costly day yet
/// @param rate     per cent a year by which it is reckoned
/// @param knownTo  the last day for which a rate can be told
public record LateFee(
        LocalDate begins,
        Money now,
        LocalDate later,
        @Nullable Money then,
        BigDecimal rate,
        LocalDate knownTo) {

    private static final int AHEAD = 30;

    /// Empty where nothing is overdue, or where the law of today is not on file.
    ///
    /// @param charged the last day up to which the billing has charged penalties
    public static Optional<LateFee> of(List<Arrears> arrears, PenaltyTerms terms, LocalDate charged, LocalDate today) {
        var overdue = arrears.stream().filter(debt -> debt.daysLate(today) > 0).toList();
        var rate = terms.rate(today);
        var begins = terms.begins(overdue, today);
        var knownTo = terms.cap(today).map(PenaltyTerms.Cap::validTo);
        if (rate.isEmpty() || begins.isEmpty() || knownTo.isEmpty()) {
            return Optional.empty();
        }
        // Whoever has a while until the first costly day looks ahead from that day on.
        var month = begins.get().isAfter(today) ? begins.get().plusDays(AHEAD - 1L) : today.plusDays(AHEAD);
        var later = month.isAfter(knownTo.get()) ? knownTo.get() : month;
        return Optional.of(new LateFee(
                begins.get(),
                terms.penalty(overdue, charged, today).orElse(Money.ZERO),
                later,
                later.isBefore(begins.get())
                        ? null
                        : terms.penalty(overdue, charged, later).orElse(null),
                rate.get(),
                knownTo.get()));
    }

    /// Whether a day more already costs.
    public boolean hasBegun(LocalDate today) {
        return !begins.isAfter(today);
    }

    /// Whether the look ahead ends where the law is not known any further.
    public boolean endsWithKnownLaw() {
        return !later.isBefore(knownTo);
    }
}
