package golubika.registers;

/// The closed list of reasons for which a register is refused. Each has its sentence in the message catalogue, and a
/// row in `docs/registers.md`; the names do not change, so that a billing can act on them.
public enum Reason {
    // The file as a whole.
    NOT_A_REGISTER,
    UNKNOWN_SUPPLIER,
    UNKNOWN_KIND,
    DATE_IN_FUTURE,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    REPEATED_COLUMN,
    NO_TOTAL,
    AFTER_TOTAL,
    WRONG_ROWS,
    WRONG_SUM,
    LINE_TOO_LONG,
    BAD_DESCRIPTION,
    BAD_PAYEE,
    NUMBER_FORMAT_CHANGED,

    // One line by itself.
    NOT_UTF8,
    BROKEN_QUOTES,
    FIELD_COUNT,
    EMPTY,
    BAD_TEXT,
    NOT_MONEY,
    NOT_A_DECIMAL,
    NOT_A_NUMBER,
    NOT_A_DAY,
    NOT_A_MONTH,
    NOT_A_MOMENT,
    NOT_IN_LIST,
    BAD_ACCOUNT_NUMBER,
    BAD_PIN,
    AFTER_REGISTER_DAY,

    // A line among the others and beside what is stored.
    REPEATED_KEY,
    ENDS_BEFORE_START,
    UNKNOWN_ACCOUNT,
    NUMBER_COLLISION,
    UNKNOWN_METER,
    KNOWN_OTHERWISE,
    UNKNOWN_ID
}
