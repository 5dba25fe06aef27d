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

    /// Inserts what is new, writes what differs, and notes the day in what is as it was: data of an earlier day that
    /// comes late must find both.
    ///
    /// That in three steps: `on conflict do update` would lock and rewrite every known row, and in a usual month
    /// nearly all accounts are known and unchanged while all charges are new.
    ///
    /// @param insert  ends with `on conflict … do nothing`
    /// @param update  touches only rows that differ and are not newer
    /// @param advance gives `:asOf` to rows of an earlier day; empty where `update` does
    /// @param older   counts lines that are older than their rows
    Report.Counts merge(String insert, String update, String advance, String older) {
        var added = update(insert);
        if (added == rows) {
            return new Report.Counts(added, 0, 0, 0);
        }
        var aside = count(older);
        var changed = update(update);
        if (!advance.isEmpty()) {
            update(advance);
        }
        return new Report.Counts(added, changed, rows - added - changed - aside, aside);
    }

    /// The same for kinds whose registers usually name all that the supplier has: of such a register the day is noted
    /// once, instead of in a million rows that stay as they are. A register of an earlier day that comes after it
    /// adds what is new and leaves everything else.
    ///
    /// @param known counts the rows of the supplier
    Report.Counts mergeOrWhole(
            RegisterKind kind, String insert, String update, String advance, String older, String known) {
        var added = update(insert);
        if (added == rows) {
            return new Report.Counts(added, 0, 0, 0);
        }
        if (isOvertakenByWhole(kind)) {
            return new Report.Counts(added, 0, 0, rows - added);
        }
        var aside = isOvertaken(kind) ? count(older) : 0;
        var changed = update(update);
        if (aside == 0 && count(known) == rows) {
            noteWhole(kind);
        } else {
            update(advance);
        }
        return new Report.Counts(added, changed, rows - added - changed - aside, aside);
    }

    private void noteWhole(RegisterKind kind) {
        jdbc.sql("""
                insert into register_whole (supplier, kind, as_of)
                values (:supplier, :kind, :asOf)
                on conflict (supplier, kind) do update set as_of = excluded.as_of
                """).params(parameters).param("kind", kind.name()).update();
    }

    /// Whether a register of this kind and a later day has been applied, so that lines may meet newer rows.
    private boolean isOvertaken(RegisterKind kind) {
        return exists(kind, """
                select exists (
                    select from register_import
                    where supplier = :supplier and kind = :kind and state = 'APPLIED' and as_of > :asOf)
                """);
    }

    private boolean isOvertakenByWhole(RegisterKind kind) {
        return exists(kind, """
                select exists (
                    select from register_whole where supplier = :supplier and kind = :kind and as_of > :asOf)
                """);
    }

    private boolean exists(RegisterKind kind, String sql) {
        return jdbc.sql(sql)
                .params(parameters)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }
}
