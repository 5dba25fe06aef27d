package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccountId;
import golubika.payments.Payments;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class DeletionTest {

    private static final Map<String, String> PASSWORD = Map.of("password", Visitors.PASSWORD);

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RemoveCabinets cabinets;

    @Autowired
    Signatures signatures;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Payments payments;

    @Autowired
    Breaking breaking;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_person_types_the_password_and_has_fourteen_days_to_think_better_of_it() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(visitor.get("/deletion").text())
                .contains("Что будет", "Начатые платежи дойдут", "4\u00a0декабря 2026");
        assertThat(visitor.post("/deletion", Map.of("password", "wrong7")).text())
                .contains("e-password", "не подошёл");
        assertThat(visitor.get("/").text()).doesNotContain("Кабинет будет удалён");
        assertThat(visitor.post("/deletion", PASSWORD).location()).isEqualTo("/deletion");

        clock.pass(Duration.ofDays(12));
        cabinets.tell();
        cabinets.remove();
        var later = visitors.signedIn(household);
        assertThat(later.get("/").text()).contains("Кабинет будет удалён 4\u00a0декабря 2026", "Оставить кабинет");
        assertThat(later.get("/settings").text()).contains("Оставить кабинет");
        assertThat(mailbox.of(household.login()))
                .filteredOn(letter -> letter.subject().contains("будет удалён"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains("нажмите «Оставить кабинет»"));

        assertThat(later.post("/deletion/cancellation", Map.of()).location()).isEqualTo("/");
        clock.pass(Duration.ofDays(30));
        cabinets.tell();
        cabinets.remove();
        assertThat(later.get("/").text()).doesNotContain("Кабинет будет удалён");
    }

    @Test
    void asking_twice_neither_puts_it_off_nor_writes_again() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        visitor.post("/deletion", PASSWORD);
        clock.pass(Duration.ofDays(3));

        visitor.post("/deletion", PASSWORD);

        assertThat(visitor.get("/deletion").text()).contains("Кабинет будет удалён 4\u00a0декабря 2026");
        assertThat(mailbox.of(household.login())).hasSize(1);
    }

    @Test
    void a_day_before_a_letter_goes_out_and_then_everything_of_the_person_goes() {
        var household = visitors.household();
        var account = connected(household);
        var visitor = visitors.signedIn(household);
        var payment = paying(household, account);
        visitor.post("/settings/profile", Map.of("name", "Вера"));
        visitor.post("/accounts/" + account + "/invitations", Map.of("to", Visitors.freshLogin()));
        visitor.post("/deletion", PASSWORD);

        clock.pass(Duration.ofDays(13));
        assertThat(cabinets.tell()).isPositive();
        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Завтра личный кабинет будет удалён");
        assertThat(cabinets.remove()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(cabinets.remove()).isPositive();

        assertThat(namesOf(household)).as("tables that still know the person").containsExactly("consent");
        assertThat(visitor.get("/settings").location()).startsWith("/login");
        assertThat(enter(household)).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from reading where account_id = :account and subscriber_id is null")
                        .param("account", account.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select subscriber_id, receipt_email from payment where payment_id = :id")
                        .param("id", payment)
                        .query()
                        .singleRow())
                .containsEntry("subscriber_id", SubscriberId.GONE.value())
                .containsEntry("receipt_email", "kept@example.com");
        assertThat(payments.running(account)).hasSize(1);
    }

    @Test
    void the_proof_of_the_consent_stays_without_a_name_and_is_found_by_who_brings_the_login() {
        var household = visitors.household();
        assertThat(signatures.countOf(Login.of(household.login()))).isZero();

        delete(household);

        assertThat(jdbc.sql("""
                select document, login, network, version from consent where subscriber_id = :id order by document
                """).param("id", household.id().value()).query().listOfRows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("login", null))
                .allSatisfy(row -> assertThat(row.get("version").toString()).hasSize(64));
        assertThat(signatures.countOf(Login.of(household.login()))).isEqualTo(2);
        assertThat(signatures.countOf(Login.of(Visitors.freshLogin()))).isZero();
    }

    @Test
    void a_kill_in_the_middle_is_made_good_by_the_next_round_and_the_cabinet_is_closed_meanwhile() {
        var household = visitors.household();
        connected(household);
        breaking.for_.add(household.id());

        passkeyOf(household);

        delete(household);
        assertThat(namesOf(household)).contains("subscriber", "passkey").doesNotContain("passkey_owner");
        assertThat(enter(household)).isEqualTo(422);
        assertThat(subscribers.find(household.id())).as("by a passkey").isEmpty();

        breaking.for_.clear();
        cabinets.remove();
        assertThat(namesOf(household)).containsExactly("consent");
        cabinets.remove();
    }

    @Test
    void after_a_standstill_the_person_still_gets_the_letter_a_day_before() {
        var household = visitors.household();
        visitors.signedIn(household).post("/deletion", PASSWORD);

        clock.pass(Duration.ofDays(40));
        cabinets.remove();
        cabinets.tell();
        cabinets.remove();
        assertThat(namesOf(household)).contains("subscriber");
        assertThat(visitors.signedIn(household).get("/").text()).contains("Кабинет будет удалён 31\u00a0декабря 2026");

        clock.pass(Duration.ofDays(1));
        cabinets.remove();
        assertThat(namesOf(household)).doesNotContain("subscriber");
    }

    @Test
    void others_at_the_same_account_keep_it() {
        var household = visitors.household();
        var account = connected(household);
        var other = visitors.household();
        link(other, account);

        delete(household);

        assertThat(jdbc.sql("select subscriber_id from account_subscriber where account_id = :account")
                        .param("account", account.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(other.id().value());
        assertThat(visitors.signedIn(other).get("/accounts/" + account).status())
                .isEqualTo(200);
    }

    @Test
    void the_login_may_be_registered_anew() {
        var household = visitors.household();
        delete(household);
        var visitor = visitors.guest();

        visitor.post(
                "/register",
                Map.of(
                        "login",
                        household.login(),
                        "password",
                        "fresh8",
                        "password2",
                        "fresh8",
                        "solution",
                        RobotSolver.solve(visitor)));

        assertThat(visitor.post(mailbox.of(household.login()).getFirst().linkPath(), Map.of())
                        .location())
                .isEqualTo("/consent");
    }

    private void delete(Visitors.Household household) {
        visitors.signedIn(household).post("/deletion", PASSWORD);
        clock.pass(Duration.ofDays(13));
        cabinets.tell();
        clock.pass(Duration.ofDays(1));
        cabinets.remove();
    }

    private int enter(Visitors.Household household) {
        return visitors.guest()
                .post("/login", Map.of("login", household.login(), "password", Visitors.PASSWORD))
                .status();
    }

    private AccountId connected(Visitors.Household household) {
        ASupplier.in(suppliers, jdbc);
        var account =
                AnAccount.anAccount(jdbc).withMeter("M1", "12-345678", 5, 1200).id();
        link(household, account);
        jdbc.sql("""
                insert into reading (account_id, reading_id, meter_id, read_on, value, source, state, subscriber_id, received_at)
                values (:account, :id, 'M1', date '2026-11-20', 1250, 'WEB', 'SENT', :subscriber, :now::timestamptz)
                """)
                .param("account", account.value())
                .param("id", UUID.randomUUID().toString())
                .param("subscriber", household.id().value())
                .param("now", Instant.now(clock).toString())
                .update();
        aroundReadings(household, account);
        return account;
    }

    /// What goes with sending readings: a photo, a reminder with its link, a calendar, a choice in the settings.
    private void aroundReadings(Visitors.Household household, AccountId account) {
        for (var insert : List.of("""
                insert into meter_photo (account_id, meter_id, month, photo_id, image, subscriber_id, received_at)
                values (:account, 'M1', date '2026-11-01', gen_random_uuid(), '', :subscriber, :now::timestamptz)
                """, """
                insert into reminder (account_id, subscriber_id, kind, about, told, dealt_at)
                values (:account, :subscriber, 'READING', date '2026-11-25', true, :now::timestamptz)
                """, """
                insert into reading_pass (token_hash, account_id, subscriber_id, month, good_until)
                values (uuid_send(:subscriber), :account, :subscriber, date '2026-11-01',
                        :now::timestamptz + interval '1 year')
                """, """
                insert into calendar_subscription (token_hash, account_id, subscriber_id, made_at)
                values (uuid_send(:subscriber), :account, :subscriber, :now::timestamptz)
                """, """
                insert into pin_application (account_id, application_id, supplier, number, subscriber_id, full_name,
                                             address, serial, comment, sent_at, due_on, state)
                values (:account, gen_random_uuid(), 'test', 0, :subscriber, 'Вера', 'Лесная, 5', '',
                        'кабинет ' || :subscriber, :now::timestamptz, date '2026-11-24', 'SENT')
                """, """
                insert into support_request
                    (writer_id, form_id, guest_mail, desk, topic, subject, account_id, state, version, remarks, opened_at,
                     changed_at, due_at)
                select :subscriber, gen_random_uuid(), null, 'test', 'OTHER', 'Вопрос', :account, 'WAITING', 1, 1,
                       moment, moment, moment
                from (select :now::timestamptz as moment) now
                """, """
                insert into support_remark (writer_id, request_no, remark_no, author, words, said_at)
                select :subscriber, max(request_no), 1, 'WRITER', 'Вопрос', :now::timestamptz
                from support_request where account_id = :account
                """, """
                insert into support_file (writer_id, request_no, file_id, remark_no, place, name, kind, size, content)
                select :subscriber, max(request_no), gen_random_uuid(), 1, 0, 'я.jpg', 'JPEG', 1, '1'
                from support_request where account_id = :account and :now is not null
                """, """
                insert into unwanted_notice (subscriber_id, topic)
                select :subscriber, 'READINGS' where :account is not null and :now is not null
                """)) {
            jdbc.sql(insert)
                    .param("account", account.value())
                    .param("subscriber", household.id().value())
                    .param("now", Instant.now(clock).toString())
                    .update();
        }
    }

    private void link(Visitors.Household household, AccountId account) {
        jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
                select :subscriber, account_id, supplier, account_no, 'FULL', as_of from account where account_id = :account
                """)
                .param("subscriber", household.id().value())
                .param("account", account.value())
                .update();
        jdbc.sql("""
                insert into account_subscriber (account_id, subscriber_id, level, linked_at)
                select account_id, :subscriber, 'FULL', as_of from account where account_id = :account
                """)
                .param("subscriber", household.id().value())
                .param("account", account.value())
                .update();
    }

    /// A payment whose outcome nobody knows yet.
    private UUID paying(Visitors.Household household, AccountId account) {
        var payment = UUID.randomUUID();
        jdbc.sql("""
                insert into payment (account_id, payment_id, form_key, subscriber_id, supplier, account_no, amount, method,
                                     receipt_email, month, readings, state, provider, idempotence_key, version, started_at,
                                     changed_at)
                select account_id, :id, :id, :subscriber, supplier, account_no, 10000, 'SBP', 'kept@example.com',
                       date '2026-10-01', array[]::text[], 'UNKNOWN', 'YOOKASSA', :id, 1, as_of, as_of
                from account where account_id = :account
                """)
                .param("id", payment)
                .param("subscriber", household.id().value())
                .param("account", account.value())
                .update();
        return payment;
    }

    /// The tables that hold the person's id or login somewhere, whichever they are.
    private Set<String> namesOf(Visitors.Household household) {
        var found = new HashSet<String>();
        for (var table : tables()) {
            var rows = jdbc.sql("select count(*) from " + table
                            + " t where to_jsonb(t)::text like any (array[:id, :login])")
                    .param("id", "%" + household.id() + "%")
                    .param("login", "%" + household.login() + "%")
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() {
        return jdbc.sql("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """).query(String.class).list();
    }

    private void passkeyOf(Visitors.Household household) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into passkey_owner (credential_id, subscriber_id) values (:id::text::bytea, :owner)")
                .param("id", id)
                .param("owner", household.id().value())
                .update();
        jdbc.sql("""
                insert into passkey
                    (subscriber_id, passkey_id, credential_id, name, public_key, attestation, transports, sign_count,
                     backup_eligible, backed_up, added_at)
                select :owner, :id, :id::text::bytea, 'Телефон', '', '', '', 0, false, false, registered_at
                from subscriber where subscriber_id = :owner
                """).param("owner", household.id().value()).param("id", id).update();
    }

    /// Stands for a module during which the portal is killed, before any other has begun.
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Breaking implements CabinetRemoval {

        final Set<SubscriberId> for_ = new HashSet<>();

        @Override
        public void remove(SubscriberId subscriber) {
            if (for_.contains(subscriber)) {
                throw new IllegalStateException("killed");
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Modules {
        @Bean
        Breaking breaking() {
            return new Breaking();
        }
    }
}
