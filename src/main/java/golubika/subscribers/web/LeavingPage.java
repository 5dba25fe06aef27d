package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Before a cabinet is deleted, or a consent withdrawn, which leads to it: what follows, and the password once more.
///
/// @param kind    `deletion` or `withdrawal`: part of the keys of the page's texts
/// @param action  address that the form goes to
/// @param lastDay `4 декабря 2026`
/// @param state   `open`; `asked` for when the cabinet is going to be deleted; `unsigned` when it is since the consent
///                was withdrawn, so that signing it once more alone keeps the cabinet
public record LeavingPage(String kind, String action, String login, String lastDay, String state, FieldErrors errors) {}
