package golubika.office.web;

import org.jspecify.annotations.Nullable;

/// @param login   as typed; a password is never shown again
/// @param to      where to go on after it
/// @param notice  what there is to say before anything has been typed
/// @param problem why nobody was let in
public record OfficeLoginPage(
        String login,
        String to,
        @Nullable String notice,
        @Nullable String problem) {}
