package golubika.registers;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The staged lines of one file, and the statements over them. Each statement may use `:supplier`, `:asOf`, `:now`.
record Batch(JdbcClient jdbc, long rows, Map<String, Object> parameters) {

    static Batch of(JdbcClient jdbc, long rows, String supplier, LocalDate asOf, Instant now) {
        return new Batch(jdbc, rows, Map.of("supplier", supplier, "asOf", asOf, "now", Timestamp.from(now)));
    }

    /// Rows inserted or updated.
    long update(String sql) {
        return jdbc.sql(sql).params(parameters).update();
    }

    long count(String sql) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /// Inserts what is new, then writes what differs.
    ///
    /// That in two steps: `on conflict do update` would lock and rewrite every known row, and in a usual month
    /// nearly all accounts are known and unchanged while all charges are new.
    ///
    /// @param insert ends with `on conflict … do nothing`
    /// @param update touches only rows that differ and are not newer
    /// @param older  counts lines that are older than their rows
    Report.Counts merge(String insert, String update, String older) {
        var added = update(insert);
        if (added == rows) {
            return new Report.Counts(added, 0, 0, 0);
        }
        var changed = update(update);
        var aside = count(older);
        return new Report.Counts(added, changed, rows - added - changed - aside, aside);
    }

    /// Whether a register of this kind and a later day has been applied, so that lines may meet newer rows.
    boolean isOvertaken(RegisterKind kind) {
        return jdbc.sql("""
                select exists (
                    select from register_import
                    where supplier = :supplier and kind = :kind and state = 'APPLIED' and as_of > :asOf)
                """)
                .params(parameters)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }
}
