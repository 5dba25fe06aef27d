package golubika.suppliers;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of an account a supplier does not show, and what it says instead.
///
/// @param hidden      sections that its account pages leave out
/// @param unavailable while its service is down: what people read instead of their account; nothing can be done then
/// @param noPayment   what people read where paying is switched off
public record Display(
        Set<Section> hidden,
        @Nullable String unavailable,
        @Nullable String noPayment) {

    public static final Display ALL = new Display(Set.of(), null, null);

    public enum Section {
        METERS,
        USE,
        TARIFF,
        PAYMENTS,
        HISTORY,
        EXPLANATION
    }

    public Display {
        hidden = hidden == null ? Set.of() : Set.copyOf(hidden);
    }

    public boolean shows(Section section) {
        return !hidden.contains(section);
    }
}
