package golubika.registers;

/// Why a register was refused: one place in it that is wrong.
///
/// @param line     its number in the file, from 1; 0 where the whole file is meant
/// @param field    the column, or an empty text where the whole line is meant
/// @param sentence what is wrong, in Russian, for the engineer who made the file
public record Fault(long line, String field, Reason reason, String sentence) {}
