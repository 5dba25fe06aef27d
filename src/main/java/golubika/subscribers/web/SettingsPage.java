package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Page 13, «Настройки абонента».
///
/// @param rule    what a password must be
/// @param changed the password has just been changed
public record SettingsPage(String login, String rule, boolean changed, FieldErrors errors) {}
