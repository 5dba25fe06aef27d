package golubika.subscribers.web;

/// Where the link of a message to a new contact leads, for who is signed in.
///
/// @param contact as people read it; empty when the link is of no use
/// @param token   of the link
public record ContactPage(String contact, String token) {}
