package golubika.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forms of days, months and moments.
final class Times {

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?)(Z|[+-]\\d\\d:\\d\\d)?)?");

    private Times() {}

    /// A day, `2026-10-31`.
    static Form day() {
        return (bytes, from, to, row) -> {
            if (comparable(bytes, from, to) == 0) {
                return Reason.NOT_A_DAY;
            }
            row.raw(bytes, from, to);
            return null;
        };
    }

    /// A day up to `last`.
    static Form dayUntil(LocalDate last) {
        return new DayUntil(comparable(last), last);
    }

    private record DayUntil(int last, LocalDate limit) implements Form {
        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            var value = comparable(bytes, from, to);
            if (value == 0) {
                return Reason.NOT_A_DAY;
            }
            if (value > last) {
                return Reason.AFTER_REGISTER_DAY;
            }
            row.raw(bytes, from, to);
            return null;
        }

        @Override
        public String expected() {
            return limit.toString();
        }
    }

    private static int comparable(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /// The day as a number that compares as days do; 0 when it is none, or out of all reason.
    private static int comparable(byte[] bytes, int from, int to) {
        if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return 0;
        }
        var year = digits(bytes, from, 4);
        var month = digits(bytes, from + 5, 2);
        var day = digits(bytes, from + 8, 2);
        var exists = year >= 1900
                && year <= 2200
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return exists ? year * 10_000 + month * 100 + day : 0;
    }

    private static int digits(byte[] bytes, int from, int count) {
        var value = 0;
        for (var i = from; i < from + count; i++) {
            if (!Forms.isDigit(bytes[i])) {
                return -1;
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    /// A month, `202610`: staged as its first day.
    static Form month() {
        return (bytes, from, to, row) -> {
            if (to - from != 6) {
                return Reason.NOT_A_MONTH;
            }
            var year = digits(bytes, from, 4);
            var month = digits(bytes, from + 4, 2);
            if (year < 1900 || year > 2200 || month < 1 || month > 12) {
                return Reason.NOT_A_MONTH;
            }
            row.raw(bytes, from, from + 4);
            row.ascii("-");
            row.raw(bytes, from + 4, to);
            row.ascii("-01");
            return null;
        };
    }

    /// A moment, `2026-11-12T10:42:03+03:00`; without an offset it is meant in `zone`.
    static Form moment(ZoneId zone) {
        return (bytes, from, to, row) -> {
            var text = Forms.string(bytes, from, to);
            var moment = moment(text, zone);
            if (moment == null || text.length() == 10) {
                return Reason.NOT_A_MOMENT;
            }
            row.ascii(moment.toInstant().toString());
            return null;
        };
    }

    /// A day or a moment: staged as the day in `zone`, then the moment, which for a day is its beginning.
    static Form dayAndMoment(ZoneId zone) {
        return (bytes, from, to, row) -> {
            var moment = moment(Forms.string(bytes, from, to), zone);
            if (moment == null) {
                return Reason.NOT_A_MOMENT;
            }
            row.ascii(moment.atZoneSameInstant(zone).toLocalDate().toString());
            row.column();
            row.ascii(moment.toInstant().toString());
            return null;
        };
    }

    private static @Nullable OffsetDateTime moment(String text, ZoneId zone) {
        var parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            var day = LocalDate.parse(parts.group(1));
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                return null;
            }
            if (parts.group(2) == null) {
                return day.atStartOfDay(zone).toOffsetDateTime();
            }
            var time = LocalDateTime.parse(parts.group(1) + "T" + parts.group(2));
            return parts.group(3) == null
                    ? time.atZone(zone).toOffsetDateTime()
                    : OffsetDateTime.parse(time + parts.group(3));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
