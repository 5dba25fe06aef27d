package golubika.portal;

import golubika.site.Format;
import golubika.subscribers.Profiles.Profile;
import org.jspecify.annotations.Nullable;

/// What the home page says to whom it sees: their name, and that the cabinet is going to be deleted.
///
/// @param removal `4 декабря 2026`
public record Greeting(@Nullable String name, @Nullable String removal) {

    static Greeting of(Profile profile) {
        return new Greeting(profile.name(), profile.removal() == null ? null : Format.date(profile.removal()));
    }
}
