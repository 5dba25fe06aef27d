package golubika.suppliers;

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
        Invalid(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public Supplier read(String description) {
        try {
            return yaml.readValue(description, Supplier.class);
        } catch (JacksonException e) {
            throw new Invalid(e.getOriginalMessage() + " (" + e.getPathReference() + ")", e);
        }
    }

    String write(Supplier supplier) {
        return json.writeValueAsString(supplier);
    }

    Supplier stored(String description) {
        return json.readValue(description, Supplier.class);
    }
}
