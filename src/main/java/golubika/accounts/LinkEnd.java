package golubika.accounts;

import golubika.subscribers.SubscriberId;

/// What a module does when a person's link to an account ends: whatever rests on the link ends with it, so that who
/// connects again begins anew. Every such bean is called, in no particular order.
public interface LinkEnd {

    /// Forgets what rests on the link, in the transaction in which it ends.
    void ended(SubscriberId subscriber, AccountId account);
}
