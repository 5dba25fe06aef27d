package golubika.suppliers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The short name of a supplier in keys, addresses and registers: `ptg-dag`.
public record SupplierCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    @JsonCreator
    public SupplierCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a supplier code: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
