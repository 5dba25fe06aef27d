package golubika.bills.production;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.subscribers.Consents;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Standing;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Subscribers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may be written to instead of paper.
@Component
class Readers {

    private final Subscribers subscribers;
    private final Consents consents;
    private final Contacts contacts;
    private final Links links;

    Readers(Subscribers subscribers, Consents consents, Contacts contacts, Links links) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.contacts = contacts;
        this.links = links;
    }

    /// A person's link to an account, with the address to write to.
    record Reader(Link link, Login address) {}

    /// Empty for whom no letter reaches, or who may not see the bill any more: then it goes on paper.
    Optional<Reader> find(SubscriberId subscriber, AccountId account) {
        if (subscribers.find(subscriber).isEmpty() || consents.standing(subscriber) != Standing.INSIDE) {
            return Optional.empty();
        }
        return links.find(subscriber, account)
                .filter(Link::isOwner)
                .flatMap(link -> contacts.of(subscriber).mail().map(mail -> new Reader(link, mail)));
    }
}
