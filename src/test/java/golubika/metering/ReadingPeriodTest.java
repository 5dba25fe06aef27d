package golubika.metering;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Display;
import golubika.suppliers.Supplier;
import golubika.suppliers.Supplier.ReadingWindow;
import golubika.testing.ASupplier;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "1, 25, 2026-11-01, 2026-11, 2026-11-01, 2026-11-25, false",
        "1, 25, 2026-11-25, 2026-11, 2026-11-01, 2026-11-25, false",
        "1, 25, 2026-11-26, 2026-12, 2026-12-01, 2026-12-25, true",
        "1, 25, 2026-12-31, 2027-01, 2027-01-01, 2027-01-25, true",
        "11, 20, 2026-11-05, 2026-11, 2026-11-11, 2026-11-20, false",
        "11, 20, 2026-11-21, 2026-12, 2026-12-11, 2026-12-20, true",
        "1, 31, 2027-02-28, 2027-02, 2027-02-01, 2027-02-28, false",
    })
    void a_reading_counts_for_the_month_whose_window_is_not_over(
            int from, int to, LocalDate day, String month, LocalDate first, LocalDate until, boolean late) {
        assertThat(ReadingPeriod.on(day, withWindow(from, to)))
                .isEqualTo(new ReadingPeriod(BillingMonth.parse(month).orElseThrow(), first, until, late));
    }

    private static Supplier withWindow(int from, int to) {
        var usual = ASupplier.usual(ASupplier.CODE);
        return new Supplier(
                usual.code(),
                usual.name(),
                usual.region(),
                usual.timeZone(),
                usual.accountNumber(),
                usual.switches(),
                List.of(new ReadingWindow(LocalDate.of(2000, 1, 1), from, to)),
                usual.dueDays(),
                usual.payees(),
                usual.services(),
                usual.directions(),
                usual.historyMonths(),
                usual.dataDelayDays(),
                usual.supportEmail(),
                usual.supportPhone(),
                Display.ALL);
    }
}
