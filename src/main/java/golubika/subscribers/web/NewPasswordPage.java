package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Where the link of a forgotten password leads: the new password, typed twice.
///
/// @param token of the link
/// @param rule  what a password must be
public record NewPasswordPage(String token, String login, String rule, FieldErrors errors) {}
