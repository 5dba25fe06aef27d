package golubika.subscribers.exports;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccountId;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class ExportsTest {

    private static final Map<String, String> PASSWORD = Map.of("password", Visitors.PASSWORD);

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MakeExports making;

    @Autowired
    Exports exports;

    @Autowired
    Archive archive;

    @Autowired
    List<PersonalData> modules;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Breaking breaking;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_file_is_ordered_made_by_a_job_told_of_by_mail_and_taken_with_the_password() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(visitor.get("/export").text()).contains("Собрать мои данные");
        assertThat(visitor.post("/export", Map.of()).location()).isEqualTo("/export");
        assertThat(visitor.get("/export").text()).contains("Собираем");
        assertThat(visitor.post("/export/file", PASSWORD).location()).isEqualTo("/export");

        assertThat(making.make()).isPositive();
        assertThat(mailbox.of(household.login()).getFirst().linkPath()).isEqualTo("/export");
        assertThat(visitor.get("/export").text()).contains("Архив готов", "храним до 27\u00a0ноября 2026");
        assertThat(visitor.post("/export/file", Map.of()).text()).contains("e-password");
        assertThat(visitor.post("/export/file", Map.of("password", "wrong7")).text())
                .contains("e-password", "не подошёл");

        var answer = visitor.post("/export/file", PASSWORD);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("attachment", "golubika.zip");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text()).startsWith("PK");
    }

    @Test
    void another_person_does_not_get_it() {
        var household = visitors.household();
        visitors.signedIn(household).post("/export", Map.of());
        making.make();

        var other = visitors.signedIn(visitors.household());

        assertThat(other.get("/export").text()).doesNotContain("Архив готов");
        assertThat(other.post("/export/file", PASSWORD).location()).isEqualTo("/export");
    }

    @Test
    void once_a_day_is_enough_and_after_a_week_the_file_goes() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        visitor.post("/export", Map.of());
        making.make();

        assertThat(visitor.post("/export", Map.of()).text()).contains("e-order", "через сутки");
        clock.pass(Exports.KEPT.minusSeconds(1));
        exports.forgetOld();
        assertThat(exports.latest(household.id())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(exports.forgetOld()).isPositive();

        assertThat(exports.latest(household.id())).isEmpty();
        assertThat(visitors.signedIn(household).post("/export", Map.of()).location())
                .isEqualTo("/export");
    }

    @Test
    void a_kill_amid_the_work_leaves_the_order_to_the_next_round() {
        var household = visitors.household();
        visitors.signedIn(household).post("/export", Map.of());

        assertThat(making.claim()).isPresent();
        making.make();
        assertThat(exports.latest(household.id()).orElseThrow().state()).isEqualTo(Export.State.WAITING);

        clock.pass(Duration.ofMinutes(10));
        making.make();
        assertThat(exports.latest(household.id()).orElseThrow().state()).isEqualTo(Export.State.READY);
    }

    @Test
    void what_cannot_be_made_is_given_up_and_may_be_ordered_anew() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        breaking.whose.add(household.id());
        visitor.post("/export", Map.of());
        for (var i = 0; i < MakeExports.TRIES; i++) {
            making.make();
            clock.pass(Duration.ofMinutes(10));
        }
        assertThat(visitor.get("/export").text()).contains("Архив собрать не получилось");

        breaking.whose.clear();
        visitor.post("/export", Map.of());
        making.make();
        assertThat(visitor.get("/export").text()).contains("Архив готов");
    }

    @Test
    void an_order_that_kills_the_program_each_time_is_given_up() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        visitor.post("/export", Map.of());
        for (var i = 0; i < MakeExports.TRIES; i++) {
            assertThat(making.claim()).isPresent();
            clock.pass(Duration.ofMinutes(10));
        }

        assertThat(making.make()).isZero();

        assertThat(visitor.get("/export").text()).contains("Архив собрать не получилось");
    }

    @Test
    void letters_to_a_former_owner_of_the_address_are_not_in_it() throws IOException {
        var household = visitors.household();
        jdbc.sql("""
                insert into outbox_message (message_id, channel, recipient, subject, body, put_at, next_try_at)
                select gen_random_uuid(), 'MAIL', login, 'Чужое письмо', 'Не вам.', made_at - interval '1 second', made_at
                from login where login = :login
                """).param("login", household.login()).update();

        assertThat(unpacked(household).get("letters.json")).doesNotContain("Чужое письмо");
    }

    @Test
    void the_archive_holds_a_file_of_each_module_the_signed_copies_and_what_is_what() throws IOException {
        var household = visitors.household();

        var files = unpacked(household);

        assertThat(files).containsOnlyKeys(names());
        assertThat(modules)
                .allSatisfy(module ->
                        assertThat(files.get("README.txt")).contains(module.name() + ".json — " + module.about()));
        assertThat(files.get("profile.json")).contains(household.login());
        assertThat(files.get("consents.json")).contains("статье 9 Федерального закона");
        assertThat(files.get("signed/1-personal-data.pdf")).startsWith("%PDF");
    }

    @Test
    void of_a_basic_account_it_tells_nothing_that_its_page_does_not() throws IOException {
        var household = visitors.household();
        account(household, "BASIC");

        assertThat(unpacked(household).values())
                .noneSatisfy(text -> assertThat(text).contains("Клюквина"))
                .noneSatisfy(text -> assertThat(text).contains("12-345678"))
                .noneSatisfy(text -> assertThat(text).contains("987.65"));
    }

    @Test
    void of_a_full_account_it_tells_all_but_who_else_has_paid() throws IOException {
        var household = visitors.household();
        var account = account(household, "FULL");
        pay(household.id(), account, "mine@example.com");
        pay(visitors.household().id(), account, "theirs@example.com");

        var files = unpacked(household);

        assertThat(files.get("accounts.json")).contains("Клюквина Анна Петровна", "ул. Лесная");
        assertThat(files.get("readings.json")).contains("12-345678");
        assertThat(files.get("charges.json")).contains("987.65");
        assertThat(files.get("payments.json")).contains("mine@example.com").doesNotContain("theirs@example.com");
    }

    @Test
    void letters_come_without_the_links_that_open_doors() throws IOException {
        var household = visitors.household();
        jdbc.sql("""
                insert into outbox_message (message_id, channel, recipient, subject, body, link, put_at, next_try_at)
                values (gen_random_uuid(), 'MAIL', :login, 'Письмо', 'Вот http://x/recover/secret', 'http://x/recover/secret',
                        :now::timestamptz, 'infinity')
                """)
                .param("login", household.login())
                .param("now", clock.instant().toString())
                .update();

        assertThat(unpacked(household).get("letters.json")).contains("Вот …").doesNotContain("secret");
    }

    @Test
    void files_for_which_there_is_no_room_are_left_out_and_named() throws IOException {
        var household = visitors.household();
        breaking.files.put(household.id(), List.of(10, 10, 5));

        var files = unpacked(household);

        assertThat(files).containsKeys("breaking/0", "breaking/2").doesNotContainKey("breaking/1");
        assertThat(files.get("README.txt")).contains("в архив не поместились", "\nbreaking/1\n");
    }

    private String[] names() {
        var names = new HashSet<>(Set.of("README.txt", "signed/1-personal-data.pdf", "signed/2-agreement.pdf"));
        modules.forEach(module -> names.add(module.name() + ".json"));
        return names.toArray(String[]::new);
    }

    private Map<String, String> unpacked(Visitors.Household household) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.of(household.id())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                files.put(entry.getName(), text);
                if (entry.getName().endsWith(".json")) {
                    JsonMapper.shared().readTree(text);
                }
            }
        }
        return files;
    }

    private AccountId account(Visitors.Household household, String level) {
        ASupplier.in(suppliers, jdbc);
        var account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "12-345678", 5, 1200)
                .charged(BillingMonth.of(LocalDate.of(2026, 10, 1)), 100, "9.8765", 98765)
                .id();
        jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
                select :subscriber, account_id, supplier, account_no, :level, as_of from account where account_id = :account
                """)
                .param("subscriber", household.id().value())
                .param("level", level)
                .param("account", account.value())
                .update();
        return account;
    }

    private void pay(SubscriberId payer, AccountId account, String receiptEmail) {
        jdbc.sql("""
                insert into payment (account_id, payment_id, form_key, subscriber_id, supplier, account_no, amount, method,
                                     receipt_email, month, readings, state, provider, idempotence_key, version, started_at,
                                     changed_at)
                select account_id, :id, :id, :payer, supplier, account_no, 10000, 'SBP', :email,
                       date '2026-10-01', array[]::text[], 'FAILED', 'YOOKASSA', :id, 1, as_of, as_of
                from account where account_id = :account
                """)
                .param("id", UUID.randomUUID())
                .param("payer", payer.value())
                .param("email", receiptEmail)
                .param("account", account.value())
                .update();
    }

    /// Stands for a module that cannot tell.
    static final class Breaking implements PersonalData {

        final Set<SubscriberId> whose = new HashSet<>();

        /// Sizes of files, in megabytes.
        final Map<SubscriberId, List<Integer>> files = new HashMap<>();

        @Override
        public void files(SubscriberId subscriber, BiConsumer<String, byte[]> to) {
            var sizes = files.getOrDefault(subscriber, List.of());
            for (var i = 0; i < sizes.size(); i++) {
                to.accept(Integer.toString(i), new byte[sizes.get(i) * 1024 * 1024]);
            }
        }

        @Override
        public String name() {
            return "breaking";
        }

        @Override
        public String about() {
            return "ничего";
        }

        @Override
        public Object of(SubscriberId subscriber) {
            if (whose.contains(subscriber)) {
                throw new IllegalStateException("broken");
            }
            return List.of();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Modules {
        @Bean
        Breaking breakingData() {
            return new Breaking();
        }
    }
}
