package golubika.support;

/// How far a request has come.
public enum State {
    /// The writer waits for an answer: the first, or one more.
    WAITING,
    ANSWERED,
    /// By the writer, by staff, or since nobody has written for long. The writer opens it again by writing.
    CLOSED
}
