package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Page 01, «Регистрация», and 01b with its errors.
///
/// @param rule     what a password must be
/// @param solution the browser's work for the robot check, if it has been done and is still good
/// @param question the signed question about a letter, for browsers without scripts
/// @param place    «третья»
/// @param worker   address of the script that does the work
public record RegisterPage(
        String login,
        String rule,
        String solution,
        String question,
        String place,
        String word,
        String letter,
        String worker,
        FieldErrors errors) {}
