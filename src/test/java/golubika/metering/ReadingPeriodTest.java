package golubika.metering;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Display;
import golubika.suppliers.Supplier;
import golubika.suppliers.Supplier.ReadingWindow;
import golubika.testing.ASupplier;
import golubika.values.BillingMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "1, 25, 2026-11-01, 2026-11, 2026-10-26, 2026-11-01, 2026-11-25, false",
        "1, 25, 2026-11-25, 2026-11, 2026-10-26, 2026-11-01, 2026-11-25, false",
        "1, 25, 2026-11-26, 2026-12, 2026-11-26, 2026-12-01, 2026-12-25, true",
        "1, 25, 2026-12-31, 2027-01, 2026-12-26, 2027-01-01, 2027-01-25, true",
        "11, 20, 2026-11-05, 2026-11, 2026-10-21, 2026-11-11, 2026-11-20, false",
        "11, 20, 2026-11-21, 2026-12, 2026-11-21, 2026-12-11, 2026-12-20, true",
        "1, 31, 2027-02-28, 2027-02, 2027-02-01, 2027-02-01, 2027-02-28, false",
    })
    void a_reading_counts_for_the_month_whose_window_is_not_over(
            int from,
            int to,
            LocalDate day,
            String month,
            LocalDate since,
            LocalDate first,
            LocalDate until,
            boolean late) {
        assertThat(ReadingPeriod.on(day, withWindow(from, to)))
                .isEqualTo(new ReadingPeriod(BillingMonth.parse(month).orElseThrow(), since, first, until, late));
    }

    /// Days of thirty years, the leap days among them, and every window that there can be.
    @Property
    void every_day_belongs_to_one_period_and_none_is_lost_between_two(
            @ForAll @IntRange(min = 0, max = 11_000) int since2010,
            @ForAll @IntRange(min = 1, max = 31) int from,
            @ForAll @IntRange(min = 0, max = 30) int length) {
        var supplier = withWindow(from, Math.min(31, from + length));
        var day = LocalDate.of(2010, 1, 1).plusDays(since2010);
        var period = ReadingPeriod.on(day, supplier);

        assertThat(period.holds(day)).isTrue();
        assertThat(period.since()).isBeforeOrEqualTo(period.from());
        assertThat(period.from()).isBeforeOrEqualTo(period.until());
        assertThat(BillingMonth.of(period.until())).isEqualTo(period.month());
        assertThat(period.late()).isEqualTo(!BillingMonth.of(day).equals(period.month()));
        assertThat(ReadingPeriod.on(period.until(), supplier).month()).isEqualTo(period.month());
        var next = ReadingPeriod.on(period.until().plusDays(1), supplier);
        assertThat(next.month()).isEqualTo(period.month().next());
        assertThat(next.since()).isEqualTo(period.until().plusDays(1));
    }

    /// A window that changes leaves no gap either, whatever the two are.
    @Property
    void a_window_that_changes_loses_no_day(
            @ForAll @IntRange(min = 0, max = 120) int days,
            @ForAll @IntRange(min = 1, max = 31) int before,
            @ForAll @IntRange(min = 1, max = 31) int after) {
        var supplier = withWindows(
                new ReadingWindow(LocalDate.of(2000, 1, 1), 1, before),
                new ReadingWindow(LocalDate.of(2026, 2, 1), 1, after));
        var day = LocalDate.of(2025, 12, 1).plusDays(days);

        assertThat(ReadingPeriod.on(day, supplier).holds(day)).isTrue();
    }

    /// The same moment is two days at two suppliers; each reckons with its own.
    @Property
    void a_moment_counts_by_the_day_of_the_supplier(
            @ForAll @IntRange(min = 0, max = 366 * 24) int hours, @ForAll @IntRange(min = 2, max = 12) int ahead) {
        var moment = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hours));
        var day = LocalDate.ofInstant(moment, ZoneOffset.ofHours(ahead));
        var period = ReadingPeriod.on(day, withWindow(1, 25));

        assertThat(period.month())
                .isEqualTo(
                        day.getDayOfMonth() <= 25
                                ? BillingMonth.of(day)
                                : BillingMonth.of(day).next());
    }

    private static Supplier withWindow(int from, int to) {
        return withWindows(new ReadingWindow(LocalDate.of(2000, 1, 1), from, to));
    }

    private static Supplier withWindows(ReadingWindow... windows) {
        var usual = ASupplier.usual(ASupplier.CODE);
        return new Supplier(
                usual.code(),
                usual.name(),
                usual.region(),
                usual.timeZone(),
                usual.accountNumber(),
                usual.switches(),
                List.of(windows),
                usual.dueDays(),
                usual.payees(),
                usual.services(),
                usual.directions(),
                usual.historyMonths(),
                usual.dataDelayDays(),
                usual.answerDays(),
                usual.supportEmail(),
                usual.supportPhone(),
                Display.ALL);
    }
}
