package golubika.registers;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The record of every run of the importer.
@Component
class Journal {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Journal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// One file being loaded.
    record Run(UUID id, String file, byte[] hash) {}

    /// Notes a run that begins, before anything else happens. Runs that were killed are noted as stopped: a living
    /// one holds its own row from `hold` until its end.
    @Transactional
    Run begin(String file, byte[] hash) {
        jdbc.sql("""
                update register_import set state = 'STOPPED', finished_at = :now
                where import_id in (select import_id from register_import where state = 'RUNNING' for update skip locked)
                """).param("now", now()).update();
        var run = new Run(UUID.randomUUID(), file, hash);
        jdbc.sql("""
                insert into register_import (import_id, file_name, sha256, started_by, state, started_at)
                values (:id, :file, :hash, :by, 'RUNNING', :now)
                """)
                .param("id", run.id())
                .param("file", file)
                .param("hash", hash)
                .param("by", System.getProperty("user.name"))
                .param("now", now())
                .update();
        return run;
    }

    /// Takes the run's row until the end of the transaction, as the sign of a run that lives.
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(Run run) {
        jdbc.sql("select import_id from register_import where import_id = :id for update")
                .param("id", run.id())
                .query(UUID.class)
                .single();
    }

    boolean hasApplied(byte[] hash) {
        return jdbc.sql("select exists (select from register_import where sha256 = :hash and state = 'APPLIED')")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /// Notes the end of a run in the transaction that applies it, or after the one that was rolled back.
    @Transactional
    void end(Run run, Report report) {
        var applied = report.outcome() == Report.Outcome.APPLIED;
        jdbc.sql("""
                update register_import
                set state = :state, kind = :kind, supplier = :supplier, as_of = :asOf, rows = :rows, added = :added,
                    changed = :changed, unchanged = :unchanged, older = :older, error_count = :errorCount,
                    errors = :errors::jsonb, finished_at = :now
                where import_id = :id
                """)
                .param("id", run.id())
                .param("state", applied ? "APPLIED" : "REFUSED")
                .param("kind", text(report.kind()))
                .param("supplier", text(report.supplier()))
                .param("asOf", report.asOf())
                .param("rows", report.rows())
                .param("added", report.counts().added())
                .param("changed", report.counts().changed())
                .param("unchanged", report.counts().unchanged())
                .param("older", report.counts().older())
                .param("errorCount", report.faultCount())
                .param("errors", json(report.faults()))
                .param("now", now())
                .update();
    }

    /// Forgets a run that had nothing to do.
    @Transactional
    void drop(Run run) {
        jdbc.sql("delete from register_import where import_id = :id")
                .param("id", run.id())
                .update();
    }

    private @Nullable String json(List<Fault> faults) {
        return faults.isEmpty() ? null : json.writeValueAsString(faults);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
