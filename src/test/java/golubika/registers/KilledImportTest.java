package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.testing.PortalTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Account 1 is known; the file changes it and adds account 2.
@PortalTest
class KilledImportTest {

    @Autowired
    Registers registers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    Supplier supplier;
    Path file;

    @BeforeEach
    void aKnownAccountAndAFile() {
        supplier = TestSupplier.fresh();
        suppliers.save(supplier);
        registers.load(accounts("2026-09-30").line("1;HEAT;ACTIVE").in(folder), progress -> {});
        file = accounts("2026-10-31")
                .line("1;HEAT;CLOSED")
                .line("2;HEAT;ACTIVE")
                .in(folder);
    }

    @Test
    void killed_while_it_reads_nothing_has_changed_and_the_next_run_does_all() {
        assertThatThrownBy(() -> registers.load(file, progress -> {
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessage("the power is gone");
        nothingHasChanged();
        theNextRunDoesAll();
    }

    @Test
    void killed_within_the_merge_nothing_has_changed_and_the_next_run_does_all() throws Exception {
        CompletableFuture<Report> run;
        try (var other = database.getConnection()) {
            // Somebody holds account 1, so the merge stands still after it has added account 2.
            other.setAutoCommit(false);
            try (var statement =
                    other.prepareStatement("select from account where supplier = ? and account_no = '1' for update")) {
                statement.setString(1, supplier.code().value());
                statement.execute();
                run = CompletableFuture.supplyAsync(() -> registers.load(file, progress -> {}));
                await().until(() -> !waiting().isEmpty());
                waiting().forEach(this::kill);
                await().until(run::isDone);
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
        assertThatThrownBy(run::join).isInstanceOf(CompletionException.class);
        nothingHasChanged();
        theNextRunDoesAll();
    }

    private List<Integer> waiting() {
        return jdbc.sql("""
                select pid from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like 'update account a%'
                """).query(Integer.class).list();
    }

    private void kill(int pid) {
        jdbc.sql("select pg_terminate_backend(:pid)")
                .param("pid", pid)
                .query(Boolean.class)
                .single();
    }

    private void nothingHasChanged() {
        assertThat(accounts()).containsExactly("1 ACTIVE");
        assertThat(jdbc.sql("select count(*) from staged_account")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void theNextRunDoesAll() {
        assertThat(registers.load(file, progress -> {}).counts()).isEqualTo(new Report.Counts(1, 1, 0, 0));
        assertThat(accounts()).containsExactly("1 CLOSED", "2 ACTIVE");
        assertThat(jdbc.sql("select count(*) from register_import where state = 'RUNNING'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from register_import where state = 'STOPPED'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private List<String> accounts() {
        return jdbc.sql("select account_no || ' ' || status from account where supplier = :s order by account_no")
                .param("s", supplier.code().value())
                .query(String.class)
                .list();
    }

    private WrittenRegister accounts(String asOf) {
        return WrittenRegister.of(supplier.code(), RegisterKind.ACCOUNTS, asOf).columns("ACCOUNT;DIRECTION;STATUS");
    }
}
