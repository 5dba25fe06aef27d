package golubika.notifications;

/// A way on which letters leave the portal.
public interface Channel {

    /// Sends a letter; returning means that the other side has taken it over. It is called again for the same letter
    /// when the portal was killed before it could note that.
    ///
    /// @throws Refused          it will never be taken
    /// @throws RuntimeException not now; worth another try
    void send(Letter letter) throws Refused;

    /// Whether the links and codes of letters stay readable in the outbox after they were sent.
    default boolean keepsSecrets() {
        return false;
    }

    /// The other side will not take this letter, however often it is tried.
    class Refused extends Exception {
        public Refused(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
