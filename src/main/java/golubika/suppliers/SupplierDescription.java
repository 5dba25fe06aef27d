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
            return getCause() instanceof Payee.Wrong wrong ? Optional.of(wrong) : Optional.empty();
        }

        /// Where those stand, `payees[1]`; empty where several do not go together.
        public String place() {
            return place;
        }
    }

    /// A description that comes in. Its bank details are checked here alone: one that was stored before a check came
    /// must stay readable, or nobody could even put it right.
    public Supplier read(String description) {
        try {
            var supplier = yaml.readValue(description, Supplier.class);
            checkPayees(supplier);
            return supplier;
        } catch (JacksonException e) {
            throw new Invalid(e.getOriginalMessage() + " (" + e.getPathReference() + ")", "", e);
        }
    }

    private static void checkPayees(Supplier supplier) {
        for (var i = 0; i < supplier.payees().size(); i++) {
            check(supplier.payees().get(i)::check, "payees[" + i + "]");
        }
        check(supplier::checkAccountsDiffer, "");
    }

    private static void check(Runnable check, String place) {
        try {
            check.run();
        } catch (Payee.Wrong e) {
            throw new Invalid(String.valueOf(e.getMessage()), place, e);
        }
    }

    String write(Supplier supplier) {
        return json.writeValueAsString(supplier);
    }

    Supplier stored(String description) {
        return json.readValue(description, Supplier.class);
    }
}
