package golubika.office.web;

import golubika.site.Texts;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How long something took or waits, in the words of a queue: `20 мин`, `3 ч 20 мин`, `2 дня`.
@Component
class Spans {

    private static final int MANY_HOURS = 24;

    private final Texts texts;

    Spans(Texts texts) {
        this.texts = texts;
    }

    /// To the minute below a day, then to the day.
    String of(Duration span) {
        if (span.toHours() >= MANY_HOURS) {
            return texts.of("office.span.days", span.toDays(), texts.plural("office.span.day", span.toDays()));
        }
        if (span.toHours() == 0) {
            return texts.of("office.span.minutes", Math.max(1, span.toMinutes()));
        }
        return span.toMinutesPart() == 0
                ? texts.of("office.span.hours", span.toHours())
                : texts.of("office.span.both", span.toHours(), span.toMinutesPart());
    }
}
