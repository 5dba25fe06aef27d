package golubika.metering;

import golubika.suppliers.Supplier;
import golubika.suppliers.Supplier.ReadingWindow;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/// The month for which a reading counts, by the supplier's window: after its last day, the next month. Every day
/// belongs
/// to exactly one period, so no reading is lost between two windows.
///
/// @param since the first day whose readings count for it: the day after the window before
/// @param from  the first day on which the supplier waits for it; earlier ones count as well
/// @param until the last day on which a reading still counts for this month
/// @param late  the window of the calendar month is over, so the reading counts for the next one
public record ReadingPeriod(BillingMonth month, LocalDate since, LocalDate from, LocalDate until, boolean late) {

    private static final ReadingWindow ANY_DAY = new ReadingWindow(LocalDate.MIN, 1, 31);

    /// @param day of the supplier's time zone
    public static ReadingPeriod on(LocalDate day, Supplier supplier) {
        var month = BillingMonth.of(day);
        var late = day.isAfter(edge(month, supplier, ReadingWindow::toDay));
        return of(late ? month.next() : month, supplier, late);
    }

    /// The period of a month, seen from within its window.
    public static ReadingPeriod of(BillingMonth month, Supplier supplier) {
        return of(month, supplier, false);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(until);
    }

    private static ReadingPeriod of(BillingMonth month, Supplier supplier, boolean late) {
        return new ReadingPeriod(
                month,
                edge(month.previous(), supplier, ReadingWindow::toDay).plusDays(1),
                edge(month, supplier, ReadingWindow::fromDay),
                edge(month, supplier, ReadingWindow::toDay),
                late);
    }

    // A month has the window that is valid when it begins; one that names the 31st ends with the month.
    private static LocalDate edge(BillingMonth month, Supplier supplier, ToIntFunction<ReadingWindow> edge) {
        var window = supplier.readingWindow(month.firstDay()).orElse(ANY_DAY);
        var last = month.lastDay().getDayOfMonth();
        return month.firstDay().withDayOfMonth(Math.min(edge.applyAsInt(window), last));
    }
}
