package golubika.subscribers;

import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells people what has happened in their cabinet. Whoever is signed in causes as many of these as they like, and each
/// SMS costs money: above the limit of a phone the e-mail is told instead, where there is one, and otherwise the trail
/// alone, which has it anyway.
@Component
public class Notices {

    /// Notices by SMS; codes and links of the entrance do not count here.
    static final Limit NOTICE_BY_PHONE = new Limit("notice-by-phone", 5, Duration.ofHours(4));

    private final Contacts contacts;
    private final Limits limits;
    private final Outbox outbox;

    Notices(Contacts contacts, Limits limits, Outbox outbox) {
        this.contacts = contacts;
        this.limits = limits;
        this.outbox = outbox;
    }

    /// @param notice what to write to a login, as [Letters] words it
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Subscriber subscriber, Function<String, Message> notice) {
        var login = Login.of(subscriber.login());
        if (!login.isPhone() || limits.take(NOTICE_BY_PHONE, login.value())) {
            outbox.put(notice.apply(login.value()));
            return;
        }
        contacts.find(subscriber.id())
                .flatMap(Contacts.Held::mail)
                .ifPresent(mail -> outbox.put(notice.apply(mail.value())));
    }
}
