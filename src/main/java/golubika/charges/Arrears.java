package golubika.charges;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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
    /// suppliers do mostly that. What is older than the months given is taken for the one before them.
    ///
    /// @param balances of the whole account
    public static List<Arrears> of(Money debt, List<Balance> balances) {
        var newestFirst = balances.stream()
                .filter(balance -> balance.isWhole() && balance.dueDate() != null)
                .sorted(Comparator.comparing(Balance::month).reversed())
                .toList();
        var arrears = new ArrayList<Arrears>();
        var left = debt.kopecks();
        for (var balance : newestFirst) {
            var charged = balance.accrued().plus(balance.recalculated());
            left -= Math.max(0, Math.min(left, balance.penalty().kopecks()));
            var part = Math.min(left, charged.kopecks());
            if (part > 0) {
                arrears.add(
                        new Arrears(balance.month(), Objects.requireNonNull(balance.dueDate()), Money.ofKopecks(part)));
            }
            left -= Math.max(0, part);
        }
        if (left > 0 && !newestFirst.isEmpty()) {
            var oldest = newestFirst.getLast();
            var due = Objects.requireNonNull(oldest.dueDate()).minusMonths(1);
            arrears.add(new Arrears(oldest.month().previous(), due, Money.ofKopecks(left)));
        }
        return arrears;
    }
}
