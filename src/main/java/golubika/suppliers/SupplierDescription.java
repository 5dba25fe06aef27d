package golubika.suppliers;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads and writes a supplier's description: YAML (of which JSON is a part) from its register, JSON in the database.
@Component
public class SupplierDescription {

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    /// Thrown for a description that cannot be a supplier; the message says where and why.
    public static class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String place;

        Invalid(String message, String place, Throwable cause) {
            super(message, cause);
            this.place = place;
        }

        /// What is wrong with its bank details, where it is those.
        public Optional<Payee.Wrong> payee() {
            return Optional.ofNullable(getCause()).map(Throwable::getCause).flatMap(Invalid::payee);
        }

        /// Where those stand: `payees[1].account`.
        public String place() {
            return place;
        }

        private static Optional<Payee.Wrong> payee(Throwable cause) {
            return cause instanceof Payee.Wrong wrong
                    ? Optional.of(wrong)
                    : Optional.ofNullable(cause.getCause()).flatMap(Invalid::payee);
        }
    }

    public Supplier read(String description) {
        try {
            return yaml.readValue(description, Supplier.class);
        } catch (JacksonException e) {
            throw new Invalid(e.getOriginalMessage() + " (" + e.getPathReference() + ")", place(e), e);
        }
    }

    private static String place(JacksonException e) {
        var place = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.toString();
    }

    String write(Supplier supplier) {
        return json.writeValueAsString(supplier);
    }

    Supplier stored(String description) {
        return json.readValue(description, Supplier.class);
    }
}
