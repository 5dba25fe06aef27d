package golubika.support.web;

import static java.util.Objects.requireNonNullElse;

import golubika.support.Intake;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// «Ваш ответ» as the browser sends it.
///
/// @param seen the version of the request that the page showed
record ReplyForm(
        @Nullable String form,
        @Nullable String text,
        @Nullable Integer seen) {

    static final ReplyForm EMPTY = new ReplyForm(null, null, null);

    UUID key() {
        return FormKey.read(form);
    }

    /// What the form is known by together with what it says.
    UUID sent(List<Intake.Offered> files) {
        return FormKey.of(key(), files, typedText());
    }

    String typedText() {
        return requireNonNullElse(text, "");
    }

    int seenVersion() {
        return requireNonNullElse(seen, 0);
    }
}
