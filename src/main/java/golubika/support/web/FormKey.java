package golubika.support.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a form is known by, so that one sent twice counts once.
final class FormKey {

    private FormKey() {}

    static UUID read(@Nullable String sent) {
        try {
            return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
