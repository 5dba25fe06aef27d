package golubika.metering;

import golubika.accounts.Link;
import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Login;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// What reminders say. They name no person and no place: an account goes by its own name, or by the end of its number.
@Component
class ReminderLetters {

    // Whoever sleeps is not woken by an SMS that had to wait.
    private static final LocalTime SMS_UNTIL = LocalTime.of(21, 0);

    private final Texts texts;
    private final PortalAddress portal;
    private final ReadingPasses passes;

    ReminderLetters(Texts texts, PortalAddress portal, ReadingPasses passes) {
        this.texts = texts;
        this.portal = portal;
        this.passes = passes;
    }

    Message reading(Reminder reminder, Link link, Login to, LocalDate today) {
        var zone = link.supplier().timeZone();
        var period = ReadingPeriod.on(today, link.supplier());
        var end = period.until().plusDays(1).atStartOfDay(zone).toInstant();
        var secret = passes.issue(new ReadingPass(reminder.subscriber(), reminder.account(), period.month()), end);
        var address = portal.of("/reading/" + secret);
        var until = Format.day(period.until());
        if (to.isPhone()) {
            var text = texts.of("metering.reminder.reading.sms", until, link.maskedNumber());
            return Message.sms(to.value(), text + '\n' + address)
                    .withLink(address)
                    .onlyUntil(today.atTime(SMS_UNTIL).atZone(zone).toInstant());
        }
        return Message.mail(
                        to.value(),
                        texts.of("metering.reminder.reading.subject", until, name(link)),
                        texts.of("metering.reminder.reading.text", until, Format.monthName(period.month()), name(link)))
                .withLink(address)
                .onlyUntil(end);
    }

    Message verification(Reminder reminder, Link link, Login to, LocalDate today) {
        var zone = link.supplier().timeZone();
        var day = Format.date(reminder.about());
        if (to.isPhone()) {
            var text = texts.of("metering.reminder.verification.sms", day, link.maskedNumber());
            return Message.sms(to.value(), text)
                    .onlyUntil(today.atTime(SMS_UNTIL).atZone(zone).toInstant());
        }
        var left = today.until(reminder.about(), ChronoUnit.DAYS);
        var address = portal.of("/accounts/" + link.account());
        return Message.mail(
                        to.value(),
                        texts.of("metering.reminder.verification.subject", day, name(link)),
                        texts.of("metering.reminder.verification.text", name(link), day, left(left)))
                .withLink(address)
                .onlyUntil(reminder.about().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private String left(long days) {
        return days == 0
                ? texts.of("metering.reminder.last-day")
                : texts.of(
                        "metering.reminder.left",
                        texts.plural("metering.reminder.left.remain", days),
                        days,
                        texts.plural("metering.reminder.left.day", days));
    }

    private String name(Link link) {
        return link.ownName() != null ? link.ownName() : texts.of("metering.reminder.account", link.maskedNumber());
    }
}
