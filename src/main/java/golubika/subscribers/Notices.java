package golubika.subscribers;

import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What an owner must learn goes to every confirmed contact: a thief who reads or replaces one of them hides nothing.
@Component
public class Notices {

    /// What is mentioned by SMS; codes, links and what is told always do not count here.
    static final Limit NOTICE_BY_PHONE = new Limit("notice-by-phone", 5, Duration.ofHours(4));

    private final Contacts contacts;
    private final Limits limits;
    private final Outbox outbox;

    Notices(Contacts contacts, Limits limits, Outbox outbox) {
        this.contacts = contacts;
        this.limits = limits;
        this.outbox = outbox;
    }

    /// Tells what changes who may come in: always, to everybody.
    ///
    /// @param notice as it reads for one contact
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(SubscriberId subscriber, Function<Login, Message> notice) {
        tell(contacts.of(subscriber).all(), notice);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void tell(List<Login> to, Function<Login, Message> notice) {
        to.stream().map(notice).forEach(outbox::put);
    }

    /// Tells what whoever is signed in may cause as often as they like. Each SMS costs money: above the limit of a
    /// phone the e-mail alone is told, where there is one; the trail has it anyway.
    @Transactional(propagation = Propagation.MANDATORY)
    public void mention(SubscriberId subscriber, Function<Login, Message> notice) {
        mention(contacts.of(subscriber).all(), notice);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void mention(List<Login> to, Function<Login, Message> notice) {
        tell(
                to.stream()
                        .filter(login -> !login.isPhone() || limits.take(NOTICE_BY_PHONE, login.value()))
                        .toList(),
                notice);
    }
}
