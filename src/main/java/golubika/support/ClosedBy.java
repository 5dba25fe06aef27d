package golubika.support;

/// Who has closed a request.
public enum ClosedBy {
    WRITER,
    STAFF,
    /// It was answered, and nobody has written since.
    TIME
}
