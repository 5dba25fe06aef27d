package golubika.accounts;

/// What a subscriber may see of an account: BASIC by the number alone, FULL after proving that the account is theirs.
public enum AccessLevel {
    BASIC,
    FULL
}
