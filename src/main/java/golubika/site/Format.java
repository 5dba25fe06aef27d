package golubika.site;

import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// How numbers, sums and days are written for people: `1 956,85 ₽`, `214 м³`, `15 ноября`.
/// Groups and units are held together by no-break spaces; minus is «−».
public final class Format {

    private static final char NBSP = '\u00a0';
    private static final List<String> NOMINATIVE = List.of(
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь");
    private static final List<String> GENITIVE = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");

    private Format() {}

    /// `1 956,85 ₽`, `−412,30 ₽`.
    public static String money(Money sum) {
        return amount(sum) + NBSP + "₽";
    }

    /// `1 956,85`, for columns whose head names the rouble.
    public static String amount(Money sum) {
        var kopecks = Math.abs(sum.kopecks());
        var part = kopecks % 100;
        var text = grouped(Long.toString(kopecks / 100)) + (part < 10 ? ",0" : ",") + part;
        return sum.kopecks() < 0 ? "−" + text : text;
    }

    /// A price with its 5 decimals: `8,94000 ₽`.
    public static String price(BigDecimal price) {
        return decimal(price, 5) + NBSP + "₽";
    }

    /// `8,94`: as many decimals as asked for, rounded half-up for show.
    public static String decimal(BigDecimal number, int decimals) {
        var plain = number.abs().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var text = grouped(whole) + (point < 0 ? "" : "," + plain.substring(point + 1));
        return number.signum() < 0 ? "−" + text : text;
    }

    /// A number with the decimals that it has: `84,6`, `3`.
    public static String plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return decimal(plain, Math.max(0, plain.scale()));
    }

    /// `27 927`.
    public static String number(long number) {
        return (number < 0 ? "−" : "") + grouped(Long.toString(Math.abs(number)));
    }

    /// A volume: `214 м³`, `24,5 м³`.
    public static String volume(BigDecimal cubicMetres) {
        return plain(cubicMetres) + NBSP + "м³";
    }

    /// A reading as the counter shows it, with its leading zeros: `01 284`.
    public static String reading(long value, int digits) {
        var text = Long.toString(value);
        return grouped("0".repeat(Math.max(0, digits - text.length())) + text);
    }

    /// `15 ноября`.
    public static String day(LocalDate day) {
        return day.getDayOfMonth() + "" + NBSP + GENITIVE.get(day.getMonthValue() - 1);
    }

    /// `15 ноября 2026`.
    public static String date(LocalDate day) {
        return day(day) + " " + day.getYear();
    }

    /// `20:14`.
    public static String time(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /// `02.07.2015`, as the documents print the last day of a link.
    public static String numericDate(LocalDate day) {
        return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /// `Октябрь 2026`.
    public static String month(BillingMonth month) {
        var name = monthName(month);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " "
                + month.month().getYear();
    }

    /// `октябрь`.
    public static String monthName(BillingMonth month) {
        return NOMINATIVE.get(month.month().getMonthValue() - 1);
    }

    /// `мая 2031`, after «до».
    public static String monthOf(LocalDate day) {
        return GENITIVE.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    /// The right form after a number: `plural(3, "день", "дня", "дней")` → `дня`.
    public static String plural(long number, String one, String few, String many) {
        var tens = Math.abs(number) % 100;
        var ones = tens % 10;
        if (tens > 10 && tens < 20 || ones == 0 || ones > 4) {
            return many;
        }
        return ones == 1 ? one : few;
    }

    /// Digits in groups of three from the right: `27 927`.
    private static String grouped(String digits) {
        if (digits.length() <= 3) {
            return digits;
        }
        var text = new StringBuilder(digits.length() + digits.length() / 3);
        for (var i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(NBSP);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
