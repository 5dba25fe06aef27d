package golubika.subscribers;

import golubika.notifications.Message;
import golubika.notifications.Outbox;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What an owner must learn goes to every confirmed contact: a thief who reads or replaces one of them hides nothing.
@Component
public class Notices {

    private final Contacts contacts;
    private final Outbox outbox;

    Notices(Contacts contacts, Outbox outbox) {
        this.contacts = contacts;
        this.outbox = outbox;
    }

    /// @param notice as it reads for one contact
    public void tell(SubscriberId subscriber, Function<Login, Message> notice) {
        tell(contacts.of(subscriber).all(), notice);
    }

    void tell(List<Login> to, Function<Login, Message> notice) {
        to.stream().map(notice).forEach(outbox::put);
    }
}
