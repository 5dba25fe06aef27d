package golubika.subscribers;

/// What a module does when a cabinet is deleted: it forgets the person. What law and supplier need stays with the
/// account, without the person. Every such bean is called, in no particular order.
public interface CabinetRemoval {

    /// Forgets the person, in transactions of its own. May be called again for the same person after a crash, and finds
    /// the cabinet closed to its owner.
    void remove(SubscriberId subscriber);
}
