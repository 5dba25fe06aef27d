package golubika.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A month that a billing closes: the period of charges and of a statement.
public record BillingMonth(YearMonth month) implements Comparable<BillingMonth> {

    private static final int WRITTEN = "2026-10".length();

    public static BillingMonth of(int year, int month) {
        return new BillingMonth(YearMonth.of(year, month));
    }

    public static BillingMonth of(LocalDate day) {
        return new BillingMonth(YearMonth.from(day));
    }

    /// Reads `2026-10`, as addresses of pages carry it; empty for anything else.
    public static Optional<BillingMonth> parse(String text) {
        try { // years of five digits and more are no database's
            return text.length() == WRITTEN ? Optional.of(new BillingMonth(YearMonth.parse(text))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public BillingMonth plus(int months) {
        return new BillingMonth(month.plusMonths(months));
    }

    public BillingMonth next() {
        return plus(1);
    }

    public BillingMonth previous() {
        return plus(-1);
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    public LocalDate lastDay() {
        return month.atEndOfMonth();
    }

    @Override
    public int compareTo(BillingMonth other) {
        return month.compareTo(other.month);
    }

    /// `2026-10`.
    @Override
    public String toString() {
        return month.toString();
    }
}
