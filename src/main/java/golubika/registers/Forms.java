package golubika.registers;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forms that values of registers have.
final class Forms {

    private static final int ROUBLE_DIGITS = 9;
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?)(Z|[+-]\\d\\d:\\d\\d)?)?");

    private Forms() {}

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Text of at most so many characters, without control characters.
    static Form text(int longest) {
        return new Text(longest);
    }

    private record Text(int longest) implements Form {
        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            var characters = 0;
            for (var i = from; i < to; i++) {
                if (bytes[i] >= 0 && bytes[i] < ' ' || bytes[i] == 0x7f) {
                    return Reason.BAD_TEXT;
                }
                if ((bytes[i] & 0xc0) != 0x80) {
                    characters++;
                }
            }
            if (characters > longest) {
                return Reason.BAD_TEXT;
            }
            row.text(bytes, from, to);
            return null;
        }

        @Override
        public String expected() {
            return Integer.toString(longest);
        }

        @Override
        public boolean mayBeTold() {
            return false;
        }
    }

    /// Roubles with a dot and at most two decimals, below a milliard: staged as kopecks.
    static Form money() {
        return (bytes, from, to, row) -> {
            var at = from;
            var negative = bytes[at] == '-';
            if (negative) {
                at++;
            }
            var kopecks = 0L;
            var whole = at;
            while (at < to && isDigit(bytes[at])) {
                kopecks = kopecks * 10 + (bytes[at++] - '0');
            }
            if (at == whole || at - whole > ROUBLE_DIGITS) {
                return Reason.NOT_MONEY;
            }
            var decimals = 0;
            if (at < to && bytes[at] == '.') {
                at++;
                while (at < to && decimals < 2 && isDigit(bytes[at])) {
                    kopecks = kopecks * 10 + (bytes[at++] - '0');
                    decimals++;
                }
                if (decimals == 0) {
                    return Reason.NOT_MONEY;
                }
            }
            if (at < to) {
                return Reason.NOT_MONEY;
            }
            for (; decimals < 2; decimals++) {
                kopecks *= 10;
            }
            row.money(negative ? -kopecks : kopecks);
            return null;
        };
    }

    /// A decimal with a dot, of so many digits before and after it at most.
    static Form decimal(int whole, int decimals) {
        return new Decimal(whole, decimals, false);
    }

    static Form signedDecimal(int whole, int decimals) {
        return new Decimal(whole, decimals, true);
    }

    private record Decimal(int whole, int decimals, boolean signed) implements Form {
        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            var at = signed && bytes[from] == '-' ? from + 1 : from;
            var start = at;
            while (at < to && isDigit(bytes[at])) {
                at++;
            }
            if (at == start || at - start > whole) {
                return Reason.NOT_A_DECIMAL;
            }
            if (at < to && bytes[at] == '.') {
                start = ++at;
                while (at < to && isDigit(bytes[at])) {
                    at++;
                }
                if (at == start || at - start > decimals) {
                    return Reason.NOT_A_DECIMAL;
                }
            }
            if (at < to) {
                return Reason.NOT_A_DECIMAL;
            }
            row.raw(bytes, from, to);
            return null;
        }

        @Override
        public String expected() {
            return Integer.toString(decimals);
        }
    }

    /// A whole number within bounds.
    static Form whole(long least, long most) {
        return new Whole(least, most);
    }

    private record Whole(long least, long most) implements Form {
        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            if (to - from > 18) {
                return Reason.NOT_A_NUMBER;
            }
            var value = 0L;
            for (var i = from; i < to; i++) {
                if (!isDigit(bytes[i])) {
                    return Reason.NOT_A_NUMBER;
                }
                value = value * 10 + (bytes[i] - '0');
            }
            if (value < least || value > most) {
                return Reason.NOT_A_NUMBER;
            }
            row.raw(bytes, from, to);
            return null;
        }

        @Override
        public String expected() {
            return least + "–" + most;
        }
    }

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
            if (!isDigit(bytes[i])) {
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
            var text = string(bytes, from, to);
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
            var moment = moment(string(bytes, from, to), zone);
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

    /// One of the words.
    static Form oneOf(String... words) {
        return new OneOf(List.of(words));
    }

    static Form oneOf(Collection<String> words) {
        return new OneOf(words.stream().sorted().toList());
    }

    private static final class OneOf implements Form {
        private final List<String> words;
        private final byte[][] allowed;

        OneOf(List<String> words) {
            this.words = words;
            this.allowed = words.stream()
                    .map(word -> word.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }

        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            for (var word : allowed) {
                if (Arrays.equals(word, 0, word.length, bytes, from, to)) {
                    row.text(bytes, from, to);
                    return null;
                }
            }
            return Reason.NOT_IN_LIST;
        }

        @Override
        public String expected() {
            return String.join(", ", words);
        }
    }

    /// Yes or no, `1` or `0`.
    static Form flag() {
        return oneOf("1", "0");
    }
}
