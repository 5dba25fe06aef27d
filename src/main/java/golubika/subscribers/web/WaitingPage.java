package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Page 02 for who has a password but has not confirmed yet, and 02b where a code is typed.
///
/// @param login      as people read it
/// @param lastDay    `02.07.2015`
/// @param sent       the message has just gone out once more
/// @param pause      until the next SMS, `0:57`; empty when it may go
/// @param typedLogin what stands in the field that corrects the login
public record WaitingPage(
        String login, String lastDay, boolean sent, String pause, String typedLogin, FieldErrors errors) {}
