package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Where the mailed link leads: a button, or that all is done, or what to do when the link is of no use.
///
/// @param kind  `open`, `confirmed` or `unusable`
/// @param login empty when unusable
/// @param token of the link
/// @param asks  for the password
public record LinkPage(String kind, String login, String token, boolean asks, FieldErrors errors) {}
