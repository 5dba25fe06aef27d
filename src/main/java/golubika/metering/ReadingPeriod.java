package golubika.metering;

import golubika.suppliers.Supplier;
import golubika.suppliers.Supplier.ReadingWindow;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/// The month for which a reading counts, by the supplier's window: after its last day, the next month.
///
/// @param from  the first day on which the supplier waits for it; earlier ones count as well
/// @param until the last day on which a reading still counts for this month
/// @param late  the window of the calendar month is over, so the reading counts for the next one
public record ReadingPeriod(BillingMonth month, LocalDate from, LocalDate until, boolean late) {

    public static ReadingPeriod on(LocalDate day, Supplier supplier) {
        var month = BillingMonth.of(day);
        var late = day.isAfter(day(month, day, supplier, ReadingWindow::toDay));
        var counts = late ? month.next() : month;
        return new ReadingPeriod(
                counts,
                day(counts, day, supplier, ReadingWindow::fromDay),
                day(counts, day, supplier, ReadingWindow::toDay),
                late);
    }

    public boolean holds(LocalDate day, Supplier supplier) {
        return on(day, supplier).month().equals(month);
    }

    private static LocalDate day(
            BillingMonth month, LocalDate today, Supplier supplier, ToIntFunction<ReadingWindow> edge) {
        var window = supplier.readingWindow(today).orElse(new ReadingWindow(LocalDate.MIN, 1, 31));
        return month.firstDay()
                .withDayOfMonth(
                        Math.min(edge.applyAsInt(window), month.lastDay().getDayOfMonth()));
    }
}
