package golubika.support;

import golubika.limits.Limits;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Notices;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What we write about requests. To an address that a guest has typed, nothing goes but numbers, topics and the link:
/// nobody writes words of their own to strangers in our name. It gets one letter when it is asked, and one when staff
/// have answered; everything else goes to who has shown that the address is theirs.
@Component
class SupportLetters {

    private final Outbox outbox;
    private final Notices notices;
    private final Contacts contacts;
    private final Suppliers suppliers;
    private final Passes passes;
    private final Remarks remarks;
    private final Limits limits;
    private final SupportSettings settings;
    private final PortalAddress portal;
    private final Texts texts;

    SupportLetters(
            Outbox outbox,
            Notices notices,
            Contacts contacts,
            Suppliers suppliers,
            Passes passes,
            Remarks remarks,
            Limits limits,
            SupportSettings settings,
            PortalAddress portal,
            Texts texts) {
        this.outbox = outbox;
        this.notices = notices;
        this.contacts = contacts;
        this.suppliers = suppliers;
        this.passes = passes;
        this.remarks = remarks;
        this.limits = limits;
        this.settings = settings;
        this.portal = portal;
        this.texts = texts;
    }

    /// The receipt of a new request.
    void received(Row row, String words) {
        var guest = row.guestMail();
        if (guest != null) {
            outbox.put(mail(guest, row, "received-guest", topic(row)).withLink(guestLink(row)));
            return;
        }
        contacts.of(subscriber(row))
                .mail()
                .ifPresent(to -> outbox.put(
                        mail(to.value(), row, "received", topic(row), words).withLink(link(row))));
    }

    /// An answer, by mail with its words; by SMS, that there is one.
    void answered(Row row, String words) {
        var guest = row.guestMail();
        if (guest == null) {
            notices.mention(
                    subscriber(row), to -> to.isPhone() ? sms(to, row) : answer(to.value(), row, words, link(row)));
        } else if (row.mailProved()) {
            outbox.put(answer(guest, row, words, guestLink(row)));
        } else if (remarks.answers(row) == 1) {
            outbox.put(mail(guest, row, "answered-guest", topic(row)).withLink(guestLink(row)));
        }
    }

    /// That staff have closed a request, by mail alone: nobody waits for it.
    void closed(Row row) {
        var guest = row.guestMail();
        if (guest == null) {
            contacts.of(subscriber(row))
                    .mail()
                    .ifPresent(to -> outbox.put(
                            mail(to.value(), row, "closed", topic(row)).withLink(link(row))));
        } else if (row.mailProved()) {
            outbox.put(mail(guest, row, "closed", topic(row)).withLink(guestLink(row)));
        }
    }

    /// Whether a desk is to be told that something new waits. Takes a try: to be asked outside of a transaction.
    boolean tellsDesk(Desk desk) {
        return settings.tellDesks() && deskMail(desk) != null && limits.take(SupportLimits.DESK_TOLD, desk.code());
    }

    /// That something waits, to the mailbox of who answers; without a word of the person's.
    void toDesk(Row row) {
        var to = deskMail(row.desk());
        if (to != null) {
            outbox.put(Message.mail(
                    to,
                    texts.of("support.letter.desk.subject", row.id()),
                    texts.of("support.letter.desk", row.id(), topic(row))));
        }
    }

    private Message answer(String to, Row row, String words, String link) {
        var replyTo = deskMail(row.desk());
        var text = texts.of("support.letter.answered", row.id(), words)
                + "\n\n"
                + (replyTo == null
                        ? texts.of("support.letter.no-reply")
                        : texts.of("support.letter.reply", deskName(row.desk()), replyTo));
        return Message.mail(to, texts.of("support.letter.answered.subject", row.id()), text)
                .withLink(link)
                .withReplyTo(replyTo);
    }

    private Message mail(String to, Row row, String letter, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = row.id();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Message.mail(
                to,
                texts.of("support.letter." + letter + ".subject", row.id()),
                texts.of("support.letter." + letter, arguments) + "\n\n" + texts.of("support.letter.no-reply"));
    }

    private Message sms(Login to, Row row) {
        var link = link(row);
        return Message.sms(to.value(), texts.of("support.sms.answered", row.id(), link))
                .withLink(link);
    }

    private @Nullable String deskMail(Desk desk) {
        return supplier(desk).map(Supplier::supportEmail).orElse(settings.mail());
    }

    private String deskName(Desk desk) {
        return supplier(desk).map(Supplier::fullName).orElseGet(() -> texts.of("support.portal"));
    }

    private Optional<Supplier> supplier(Desk desk) {
        return Optional.ofNullable(desk.supplier()).flatMap(suppliers::find);
    }

    private String topic(Row row) {
        return texts.of("support.topic." + row.topic());
    }

    private String link(Row row) {
        return portal.of("/support/requests/" + row.id());
    }

    private String guestLink(Row row) {
        return portal.of(passes.link(row.id()));
    }

    private static SubscriberId subscriber(Row row) {
        return new SubscriberId(row.writer());
    }
}
