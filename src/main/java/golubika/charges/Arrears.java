package golubika.charges;

import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is still unpaid of one month: each has a clock of its own (ЖК РФ, статья 155, часть 14).
///
/// @param due the last day on which it was paid in time
public record Arrears(BillingMonth month, LocalDate due, Money sum) {

    public Arrears {
        if (!sum.isPositive()) {
            throw new IllegalArgumentException("arrears are owed: " + sum);
        }
    }

    /// Days after the due day; 0 and less is in time.
    public long daysLate(LocalDate day) {
        return due.until(day, ChronoUnit.DAYS);
    }

    /// The months that a debt is left from, newest first, if money pays the oldest month first and penalties last:
    /// suppliers do mostly that. What is older than the months given is taken for the one before them. Where the
    /// register has stated no due day, the supplier's applies; what neither knows to be due is not in arrears.
    ///
    /// @param balances of the whole account
    public static List<Arrears> of(Money debt, List<Balance> balances, Supplier supplier) {
        var newestFirst = balances.stream()
                .filter(Balance::isWhole)
                .sorted(Comparator.comparing(Balance::month).reversed())
                .toList();
        var arrears = new ArrayList<Arrears>();
        var left = debt.kopecks();
        for (var balance : newestFirst) {
            var charged = balance.accrued().plus(balance.recalculated());
            left -= Math.max(0, Math.min(left, balance.penalty().kopecks()));
            var part = Math.max(0, Math.min(left, charged.kopecks()));
            if (part > 0) {
                due(balance, supplier)
                        .ifPresent(due -> arrears.add(new Arrears(balance.month(), due, Money.ofKopecks(part))));
            }
            left -= part;
        }
        if (left > 0 && !newestFirst.isEmpty()) {
            var oldest = newestFirst.getLast();
            var older = Money.ofKopecks(left);
            due(oldest, supplier)
                    .ifPresent(due -> arrears.add(new Arrears(oldest.month().previous(), due.minusMonths(1), older)));
        }
        return arrears;
    }

    private static Optional<LocalDate> due(Balance balance, Supplier supplier) {
        return Optional.ofNullable(balance.dueDate()).or(() -> supplier.dueDate(balance.month()));
    }
}
