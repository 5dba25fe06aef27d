package golubika.values;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Days on which banks and suppliers work: Monday to Friday. Public holidays are unknown here, so what is
/// reckoned with them is said to be usual, not promised.
public final class WorkingDays {

    private WorkingDays() {}

    /// The day on which so many working days have passed since `day`.
    public static LocalDate after(LocalDate day, int workingDays) {
        var last = day;
        for (var left = workingDays; left > 0; ) {
            last = last.plusDays(1);
            if (last.getDayOfWeek() != DayOfWeek.SATURDAY && last.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return last;
    }
}
