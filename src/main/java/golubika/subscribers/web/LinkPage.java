package golubika.subscribers.web;

/// Where the mailed link leads: one button, or that all is done, or what to do when the link is of no use.
///
/// @param kind  `open`, `confirmed` or `unusable`
/// @param login empty when unusable
/// @param token of the link
public record LinkPage(String kind, String login, String token) {}
