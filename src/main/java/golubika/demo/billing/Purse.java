package golubika.demo.billing;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What a household owes, month by month, and the penalty on it (ЖК РФ, статья 155, часть 14): nothing for 30 days
/// after the due day, then 1/300 of the rate a day, from the 91st day 1/130. Money pays the oldest month first and
/// penalties last; there is no penalty on penalties.
final class Purse {

    // The lesser of the key rate of 27.02.2022 and today's, by which arrears are reckoned.
    private static final BigDecimal RATE = new BigDecimal("9.5");

    private final Deque<Owed> owed = new ArrayDeque<>();
    private long penalties;
    private long credit;

    private static final class Owed {
        final LocalDate due;
        long kopecks;

        Owed(LocalDate due, long kopecks) {
            this.due = due;
            this.kopecks = kopecks;
        }
    }

    /// Money and the day on which it came.
    record Paid(LocalDate day, Money sum) {}

    /// Lets a month pass: takes its payments, oldest first, and reckons the penalty for each day in which something
    /// was late. The day of a payment still counts as late.
    Money pass(BillingMonth month, List<Paid> payments) {
        var slowly = 0L;
        var quickly = 0L;
        for (var day = month.firstDay(); !day.isAfter(month.lastDay()); day = day.plusDays(1)) {
            for (var debt : owed) {
                var late = ChronoUnit.DAYS.between(debt.due, day);
                slowly += late > 30 && late <= 90 ? debt.kopecks : 0;
                quickly += late > 90 ? debt.kopecks : 0;
            }
            for (var payment : payments) {
                if (payment.day().equals(day)) {
                    pay(payment.sum().kopecks());
                }
            }
        }
        var penalty = penalty(slowly, quickly);
        settlePenalty(penalty.kopecks());
        return penalty;
    }

    /// Adds what a month cost. A negative sum, after a recalculation, lowers what is owed.
    void charge(LocalDate due, Money sum) {
        var kopecks = sum.kopecks();
        if (kopecks < 0) {
            pay(-kopecks);
            return;
        }
        var fromCredit = Math.min(credit, kopecks);
        credit -= fromCredit;
        if (kopecks > fromCredit) {
            owed.addLast(new Owed(due, kopecks - fromCredit));
        }
    }

    /// All that is owed; negative is overpaid.
    Money balance() {
        return Money.ofKopecks(owed.stream().mapToLong(debt -> debt.kopecks).sum() + penalties - credit);
    }

    private void pay(long kopecks) {
        var left = kopecks;
        while (left > 0 && !owed.isEmpty()) {
            var oldest = owed.getFirst();
            var part = Math.min(left, oldest.kopecks);
            oldest.kopecks -= part;
            left -= part;
            if (oldest.kopecks == 0) {
                owed.removeFirst();
            }
        }
        var part = Math.min(left, penalties);
        penalties -= part;
        credit += left - part;
    }

    private void settlePenalty(long kopecks) {
        var part = Math.min(kopecks, credit);
        credit -= part;
        penalties += kopecks - part;
    }

    /// @param slowly  kopecks times days from the 31st to the 90th
    /// @param quickly kopecks times days from the 91st
    private static Money penalty(long slowly, long quickly) {
        // debt × rate/100 × (days/300 + days/130), brought to one fraction and rounded once
        var dayShares = BigDecimal.valueOf(slowly * 13 + quickly * 30);
        return Money.ofKopecks(RATE.multiply(dayShares)
                .divide(BigDecimal.valueOf(390_000), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
