package golubika.accounts;

import golubika.subscribers.SubscriberId;

/// One way to show that an account is one's own, and so to open its full version: the PIN of the bill, the serial
/// number of a meter, the sum of the last charge. The supplier's switches decide which are open.
public interface Proof {

    /// The way as forms name it: `pin`, `serial`, `charge`.
    String kind();

    boolean isOffered(Link link);

    /// Whether what was typed is right for this account in this person's hands; spelling that people vary is
    /// forgiven.
    boolean proves(SubscriberId subscriber, AccountId account, String typed);
}
