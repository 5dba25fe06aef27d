package golubika.subscribers;

/// How far a person with a password has come in. Only who is INSIDE sees anything but the next step.
public enum Standing {
    /// The mailed link has not been followed yet.
    UNCONFIRMED,
    /// The consent, in its present version, has not been signed yet.
    UNSIGNED,
    INSIDE
}
