package golubika.subscribers.web;

import golubika.site.FieldErrors;

/// Before a cabinet is deleted, or a consent withdrawn, which leads to it: what follows, and the password once more.
///
/// @param kind    `deletion` or `withdrawal`: part of the keys of the page's texts
/// @param action  address that the form goes to
/// @param lastDay `4 декабря 2026`
/// @param pending it has been asked for already
public record LeavingPage(
        String kind, String action, String login, String lastDay, boolean pending, FieldErrors errors) {}
