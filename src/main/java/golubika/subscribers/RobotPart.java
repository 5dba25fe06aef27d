package golubika.subscribers;

/// «Защита от роботов» of a form.
///
/// @param solution the browser's work, if it has been done and is still good
/// @param question the signed question about a letter, for browsers without scripts
/// @param place    «третья»
/// @param letter   the answer to the question, if it is still good
/// @param worker   address of the script that does the work
public record RobotPart(String solution, String question, String place, String word, String letter, String worker) {}
