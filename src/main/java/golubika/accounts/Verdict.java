package golubika.accounts;

/// What became of showing that an account is one's own.
public enum Verdict {
    RIGHT,
    EMPTY,
    WRONG,
    /// The person's guesses for now are used up, whether this one is right or not.
    TOO_MANY,
    /// Too many guess at this account or from this network; the person's own guesses are not used up by it.
    CROWDED,
    /// The supplier does not offer this way.
    NOT_OFFERED
}
