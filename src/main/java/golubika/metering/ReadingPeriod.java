package golubika.metering;

import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import java.time.LocalDate;

/// The month for which a reading counts, by the supplier's window: after its last day, the next month.
///
/// @param until the last day on which a reading still counts for this month
/// @param late  the window of the calendar month is over, so the reading counts for the next one
public record ReadingPeriod(BillingMonth month, LocalDate until, boolean late) {

    public static ReadingPeriod on(LocalDate day, Supplier supplier) {
        var month = BillingMonth.of(day);
        var end = lastDay(month, day, supplier);
        return day.isAfter(end)
                ? new ReadingPeriod(month.next(), lastDay(month.next(), day, supplier), true)
                : new ReadingPeriod(month, end, false);
    }

    public boolean holds(LocalDate day, Supplier supplier) {
        return on(day, supplier).month().equals(month);
    }

    private static LocalDate lastDay(BillingMonth month, LocalDate day, Supplier supplier) {
        return supplier.readingWindow(day)
                .map(window -> month.firstDay()
                        .withDayOfMonth(Math.min(window.toDay(), month.lastDay().getDayOfMonth())))
                .orElse(month.lastDay());
    }
}
