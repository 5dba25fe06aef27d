package golubika.portal;

import golubika.charges.ReadingEntry;
import org.jspecify.annotations.Nullable;

/// What became of one meter's part of the form.
///
/// @param typed what the person typed
/// @param photo what is wrong with the photo; null where nothing is
public record SentReading(
        String typed, ReadingEntry.Result result, @Nullable String photo) {

    boolean isTaken() {
        return result.isTaken() && photo == null;
    }
}
