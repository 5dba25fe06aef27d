package golubika.accounts;

import golubika.subscribers.CabinetRemoval;
import golubika.subscribers.SubscriberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Disconnects the accounts of a cabinet that is deleted, and whoever was invited from it. The accounts stay at their
/// suppliers.
@Component
class ForgetLinks implements CabinetRemoval {

    private final Links links;
    private final EndLink ending;
    private final TransactionOperations transaction;

    ForgetLinks(Links links, EndLink ending, TransactionOperations transaction) {
        this.links = links;
        this.ending = ending;
        this.transaction = transaction;
    }

    @Override
    public void remove(SubscriberId subscriber) {
        links.of(subscriber).forEach(link -> transaction.executeWithoutResult(status -> ending.end(subscriber, link)));
    }
}
