package golubika.subscribers.web;

/// Page 02 after registering: where the letter went, and until when its link is good.
///
/// @param lastDay `02.07.2015`
public record RegisteredPage(String login, String lastDay) {}
