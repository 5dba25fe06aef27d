package golubika.subscribers;

/// What somebody has shown, to be looked at once more in the transaction that lets them in: since it fitted, the
/// password may have been changed and all sessions ended, and theirs is none of these.
@FunctionalInterface
public interface Proof {

    /// Of who comes by what they have just done in a transaction of their own.
    Proof JUST_DONE = () -> true;

    /// Whether it still fits, and goes on to until the transaction ends.
    boolean holds();
}
