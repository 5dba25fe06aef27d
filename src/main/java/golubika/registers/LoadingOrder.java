package golubika.registers;

import golubika.suppliers.SupplierCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which order registers that lie together are to be loaded: by kind, then by day, then by name. Files that do not
/// tell what they are come last.
public final class LoadingOrder {

    private LoadingOrder() {}

    /// @param kind null for a file that does not tell
    public record Place(
            Path path,
            @Nullable RegisterKind kind,
            @Nullable SupplierCode supplier,
            LocalDate asOf) {}

    public static List<Place> of(Collection<Path> files) {
        return files.stream()
                .map(LoadingOrder::place)
                .sorted(Comparator.comparing(Place::kind, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Place::asOf)
                        .thenComparing(place -> place.path().getFileName().toString()))
                .toList();
    }

    private static Place place(Path file) {
        try {
            if (Heading.isDescription(file)) {
                return new Place(file, RegisterKind.SUPPLIER, null, LocalDate.MIN);
            }
            return Heading.peek(file)
                    .map(heading -> new Place(file, heading.kind(), heading.supplier(), heading.asOf()))
                    .orElseGet(() -> new Place(file, null, null, LocalDate.MAX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
