package golubika.subscribers.passkeys;

/// What an authenticator is asked.
///
/// @param options JSON for the browser's `navigator.credentials`
/// @param carried for the browser to keep and bring back with the answer
public record Question(String options, String carried) {}
