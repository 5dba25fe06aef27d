package golubika.payments.web;

import golubika.site.FieldErrors;
import golubika.values.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a form comes to.
///
/// @param total what is to be paid; null while that cannot be said
/// @param lines the meters, as far as readings go along
public record Reckoned(@Nullable Money total, FieldErrors errors, List<ReadingLine> lines) {

    Reckoned and(String field, String sentence) {
        return new Reckoned(total, errors.and(field, sentence), lines);
    }
}
