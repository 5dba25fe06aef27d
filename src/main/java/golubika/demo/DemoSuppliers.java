package golubika.demo;

import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The suppliers of the demo, as their descriptions among the resources tell.
public final class DemoSuppliers {

    /// A supplier and the very text that describes it.
    public record Described(Supplier supplier, String description) {}

    private DemoSuppliers() {}

    /// All of them, in the order of their codes.
    public static List<Described> all() {
        var descriptions = new SupplierDescription();
        var suppliers = new ArrayList<Described>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:demo/suppliers/*.yaml")) {
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                suppliers.add(new Described(descriptions.read(text), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        suppliers.sort(
                Comparator.comparing(described -> described.supplier().code().value()));
        return List.copyOf(suppliers);
    }
}
