package golubika.suppliers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The directory of suppliers. It is small and read by every page, so each node keeps it and looks again
/// every few seconds; a supplier's change shows everywhere within that time.
@Component
public class Suppliers {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final SupplierDescription descriptions;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Directory directory = new Directory(Map.of(), Instant.MIN);

    private record Directory(Map<SupplierCode, Supplier> byCode, Instant readAt) {}

    Suppliers(JdbcClient jdbc, SupplierDescription descriptions, Clock clock) {
        this.jdbc = jdbc;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    /// All suppliers by the name that people choose.
    public List<Supplier> all() {
        return directory().values().stream()
                .sorted(Comparator.comparing(Supplier::fullName))
                .toList();
    }

    public Optional<Supplier> find(SupplierCode code) {
        return Optional.ofNullable(directory().get(code));
    }

    /// The supplier of an account that exists; throws when there is none.
    public Supplier get(SupplierCode code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no supplier " + code));
    }

    /// Puts a supplier in, or its new description in place of the old one.
    @Transactional
    public void save(Supplier supplier) {
        jdbc.sql("""
                insert into supplier (supplier, description, revised_at)
                values (:supplier, :description::jsonb, :now)
                on conflict (supplier) do update
                    set description = excluded.description, revised_at = excluded.revised_at
                """)
                .param("supplier", supplier.code().value())
                .param("description", descriptions.write(supplier))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        directory = new Directory(directory.byCode(), Instant.MIN);
    }

    // One thread looks again while the others go on with what is known: nobody waits here for a connection, except
    // for the very first look.
    private Map<SupplierCode, Supplier> directory() {
        var known = directory;
        if (isFresh(known) || known.readAt().isAfter(Instant.MIN) && refreshing.isLocked()) {
            return known.byCode();
        }
        refreshing.lock();
        try {
            if (!isFresh(directory)) {
                directory = new Directory(read(), clock.instant());
            }
            return directory.byCode();
        } finally {
            refreshing.unlock();
        }
    }

    // A clock that was set back makes nothing stale for ever.
    private boolean isFresh(Directory known) {
        var now = clock.instant();
        return !known.readAt().isAfter(now) && known.readAt().isAfter(now.minus(FRESH));
    }

    private Map<SupplierCode, Supplier> read() {
        return jdbc.sql("select description from supplier").query(String.class).list().stream()
                .map(descriptions::stored)
                .collect(Collectors.toUnmodifiableMap(Supplier::code, Function.identity()));
    }
}
