package golubika.notifications;

import java.time.Duration;

/// A way on which messages leave the portal.
public interface Channel {

    /// Whether messages of this kind may go this way.
    default boolean carries(Message.Kind kind) {
        return kind == Message.Kind.MAIL;
    }

    /// Sends a letter; returning means that the other side has taken it over. It is called again for the same letter
    /// when the portal was killed before it could note that.
    ///
    /// @throws Refused          it will never be taken
    /// @throws Busy             nothing is taken for a while
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

        public Refused(String reason) {
            super(reason);
        }
    }

    /// The other side takes no letters at present, this one or any other.
    class Busy extends RuntimeException {
        private final Duration pause;

        /// @param pause after which it is worth another try
        public Busy(String reason, Duration pause) {
            super(reason);
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }
}
