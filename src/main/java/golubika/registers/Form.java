package golubika.registers;

import org.jspecify.annotations.Nullable;

/// What the values of a column look like: checks one and writes it to the row, as one or more staged columns.
interface Form {

    /// Null when the value was right and is written; otherwise why not.
    @Nullable
    Reason write(byte[] bytes, int from, int to, StagedRows row);

    /// What should stand there, for the sentence.
    default String expected() {
        return "";
    }

    /// Whether a wrong value may be repeated in a report: not so with secrets and personal data.
    default boolean mayBeTold() {
        return true;
    }
}
