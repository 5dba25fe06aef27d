package golubika.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A calendar of whole days as a file (RFC 5545, with the refresh interval of RFC 7986). Days have no time zone: the
/// twenty-fifth is the twenty-fifth wherever the telephone is.
///
/// @param name what calendar programs call it
/// @param made when it was made, the same for a calendar that has not changed since
record ICalendar(String name, Instant made, List<Day> days) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// The longest line in octets, its end not counted (section 3.1).
    private static final int LONGEST = 75;

    ICalendar {
        days = List.copyOf(days);
    }

    /// Something that falls on a day.
    ///
    /// @param uid   the same for the same thing each time that the calendar is made
    /// @param about more words
    /// @param alarm how long before the day's beginning to remind; zero for not at all
    record Day(String uid, LocalDate day, String summary, String about, Duration alarm) {}

    String text() {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Golubika//Golubika//RU");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "NAME:" + escaped(name));
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
        days.forEach(day -> write(text, day));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private void write(StringBuilder text, Day day) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + day.uid);
        line(text, "DTSTAMP:" + MOMENT.format(made));
        line(text, "DTSTART;VALUE=DATE:" + DAY.format(day.day));
        line(text, "DTEND;VALUE=DATE:" + DAY.format(day.day.plusDays(1)));
        line(text, "SUMMARY:" + escaped(day.summary));
        line(text, "DESCRIPTION:" + escaped(day.about));
        line(text, "TRANSP:TRANSPARENT");
        if (day.alarm.isPositive()) {
            line(text, "BEGIN:VALARM");
            line(text, "ACTION:DISPLAY");
            line(text, "DESCRIPTION:" + escaped(day.summary));
            line(text, "TRIGGER;RELATED=START:-PT" + day.alarm.toHours() + "H");
            line(text, "END:VALARM");
        }
        line(text, "END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    // Long lines are folded between characters, never within one.
    private static void line(StringBuilder text, String line) {
        var octets = 0;
        for (var place = 0; place < line.length(); ) {
            var letter = Character.toString(line.codePointAt(place));
            var size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
            place += letter.length();
        }
        text.append("\r\n");
    }
}
