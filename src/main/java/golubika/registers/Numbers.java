package golubika.registers;

import org.jspecify.annotations.Nullable;

/// The forms of numbers: money, decimals, whole numbers.
final class Numbers {

    private static final int ROUBLE_DIGITS = 9;

    private Numbers() {}

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
            while (at < to && Forms.isDigit(bytes[at])) {
                kopecks = kopecks * 10 + (bytes[at++] - '0');
            }
            if (at == whole || at - whole > ROUBLE_DIGITS) {
                return Reason.NOT_MONEY;
            }
            var decimals = 0;
            if (at < to && bytes[at] == '.') {
                at++;
                while (at < to && decimals < 2 && Forms.isDigit(bytes[at])) {
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
            while (at < to && Forms.isDigit(bytes[at])) {
                at++;
            }
            if (at == start || at - start > whole) {
                return Reason.NOT_A_DECIMAL;
            }
            if (at < to && bytes[at] == '.') {
                start = ++at;
                while (at < to && Forms.isDigit(bytes[at])) {
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
                if (!Forms.isDigit(bytes[i])) {
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
}
