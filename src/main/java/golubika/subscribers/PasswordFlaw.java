package golubika.subscribers;

/// Why a password is not taken; each has a sentence of its own that says what to do.
public enum PasswordFlaw {
    EMPTY,
    TOO_SHORT,
    TOO_LONG,
    /// Russian letters where Latin ones are asked for: mostly a forgotten keyboard layout.
    CYRILLIC,
    SIGNS,
    /// Among the first that anybody would try.
    COMMON
}
