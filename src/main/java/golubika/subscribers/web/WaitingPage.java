package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Page 02 for who has a password but has not followed the mailed link.
///
/// @param lastDay    `02.07.2015`
/// @param sent       the letter has just gone out once more
/// @param typedLogin what stands in the field that corrects the address
public record WaitingPage(String login, String lastDay, boolean sent, String typedLogin, FieldErrors errors) {}
