package golubika.portal;

import golubika.accounts.KeptInvitation;
import golubika.site.Format;
import golubika.subscribers.Profiles.Profile;
import org.jspecify.annotations.Nullable;

/// What the home page says to whom it sees: their name, that the cabinet is going to be deleted, that they were
/// invited.
///
/// @param removal    `4 декабря 2026`
/// @param invitation path of an invitation that the browser keeps
public record Greeting(
        @Nullable String name,
        @Nullable String removal,
        @Nullable String invitation) {

    static Greeting of(Profile profile, @Nullable String kept) {
        return new Greeting(
                profile.name(),
                profile.removal() == null ? null : Format.date(profile.removal()),
                KeptInvitation.read(kept).map(KeptInvitation::path).orElse(null));
    }
}
