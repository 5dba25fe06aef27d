package golubika.metering;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.subscribers.Consents;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscribers;
import golubika.subscribers.Wishes;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds people before the window for readings and the verification of a meter end (D4): once of each, by day where
/// the supplier is, and only those who want it. Mark and letter are written in one transaction, so a run that is killed
/// goes on where it was, and nobody is told twice.
@Component
class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime FORENOON = LocalTime.of(11, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Suppliers suppliers;
    private final DueReminders due;
    private final Links links;
    private final Subscribers subscribers;
    private final Consents consents;
    private final Contacts contacts;
    private final Wishes wishes;
    private final ReminderLetters letters;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            Suppliers suppliers,
            DueReminders due,
            Links links,
            Subscribers subscribers,
            Consents consents,
            Contacts contacts,
            Wishes wishes,
            ReminderLetters letters,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.suppliers = suppliers;
        this.due = due;
        this.links = links;
        this.subscribers = subscribers;
        this.consents = consents;
        this.contacts = contacts;
        this.wishes = wishes;
        this.letters = letters;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Reminds everybody whose time has come; those of suppliers where it is too early or too late,
    /// or whose service is down, are left for later. Verifications, told of weeks before, are looked up in
    /// the first hour alone; what fails then is tried again the next morning.
    void send() {
        for (var supplier : suppliers.all()) {
            var now = clock.instant().atZone(supplier.timeZone());
            if (supplier.isAvailable()
                    && !now.toLocalTime().isBefore(MORNING)
                    && now.toLocalTime().isBefore(EVENING)) {
                for (var kind : Reminder.Kind.values()) {
                    if (kind == Reminder.Kind.READING || now.toLocalTime().isBefore(FORENOON)) {
                        send(kind, supplier, now.toLocalDate());
                    }
                }
            }
        }
    }

    private void send(Reminder.Kind kind, Supplier supplier, LocalDate today) {
        @Nullable Reminder last = null;
        for (var page = due.after(last, kind, supplier, today);
                !page.isEmpty();
                page = due.after(last, kind, supplier, today)) {
            page.forEach(reminder -> sendAlone(reminder, today));
            last = page.getLast();
        }
    }

    // One that fails is tried again in the next run, and keeps no other waiting.
    private void sendAlone(Reminder reminder, LocalDate today) {
        try {
            transaction.executeWithoutResult(status -> send(reminder, today));
        } catch (RuntimeException e) {
            log.error("subscriber {} could not be reminded; it is tried again", reminder.subscriber(), e);
        }
    }

    private void send(Reminder reminder, LocalDate today) {
        var link = wanted(reminder);
        var contact = link.flatMap(one -> contact(reminder));
        if (due.dealWith(reminder, contact.isPresent()) && contact.isPresent()) {
            outbox.put(letter(reminder, link.get(), contact.get(), today));
        }
    }

    // The page of reminders is older than this moment: who has left, or lost the right, is told nothing.
    private Optional<Link> wanted(Reminder reminder) {
        var subscriber = reminder.subscriber();
        return subscribers.find(subscriber).isPresent()
                        && consents.standing(subscriber) == Standing.INSIDE
                        && wishes.of(subscriber).contains(reminder.kind().topic)
                ? links.find(subscriber, reminder.account())
                        .filter(link -> reminder.kind() != Reminder.Kind.READING || link.allows(Deed.SEND_READING))
                : Optional.empty();
    }

    private Optional<Login> contact(Reminder reminder) {
        var held = contacts.of(reminder.subscriber());
        return held.mail()
                .or(() -> held.phone().filter(phone -> reminder.kind().isUrgent() && outbox.carries(Message.Kind.SMS)));
    }

    private Message letter(Reminder reminder, Link link, Login contact, LocalDate today) {
        return switch (reminder.kind()) {
            case READING -> letters.reading(reminder, link, contact, today);
            case VERIFICATION, VERIFICATION_SOON -> letters.verification(reminder, link, contact, today);
        };
    }
}
