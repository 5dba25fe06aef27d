package golubika.metering;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.Link;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.subscribers.Login;
import golubika.subscribers.Subscribers;
import golubika.subscribers.Topic;
import golubika.subscribers.Wishes;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.suppliers.Switches;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PhoneNetwork;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The window of the test's supplier ends on 25 November, in Moscow.
@PortalTest
@Import(PhoneNetwork.class)
class RemindersTest {

    private static final Instant MORNING_OF_23RD = Instant.parse("2026-11-23T08:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    Readings readings;

    @Autowired
    Reminders reminders;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Wishes wishes;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MORNING_OF_23RD);
        supplier(UnaryOperator.identity());
    }

    @Test
    void who_has_sent_nothing_is_told_once_before_the_window_ends() {
        var household = connected(account());

        reminders.send();
        reminders.send();
        clock.set(Instant.parse("2026-11-25T08:00:00Z"));
        reminders.send();

        assertThat(mailbox.of(household.login())).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains("Передайте показания до 25\u00a0ноября");
            assertThat(letter.link()).contains("/reading/");
        });
    }

    @Test
    void the_letter_names_no_person_no_place_and_not_the_whole_number() {
        var account = account();
        var household = connected(account);

        reminders.send();

        var letter = mailbox.of(household.login()).getFirst();
        assertThat(letter.subject() + letter.body())
                .doesNotContain("Клюквина", "Лесная", " " + account.number())
                .contains("ЛС …" + account.number().substring(account.number().length() - 4));
    }

    @Test
    void the_next_month_is_a_matter_of_its_own() {
        var household = connected(account());
        reminders.send();

        clock.set(Instant.parse("2026-12-24T08:00:00Z"));
        reminders.send();

        assertThat(mailbox.of(household.login())).hasSize(2);
    }

    @Test
    void nobody_is_told_before_the_last_days_nor_at_night() {
        var household = connected(account());

        clock.set(Instant.parse("2026-11-22T12:00:00Z"));
        reminders.send();
        clock.set(Instant.parse("2026-11-23T06:59:00Z"));
        reminders.send();
        clock.set(Instant.parse("2026-11-23T17:00:00Z"));
        reminders.send();
        assertThat(mailbox.of(household.login())).isEmpty();

        clock.set(Instant.parse("2026-11-24T07:00:00Z"));
        reminders.send();
        assertThat(mailbox.of(household.login())).hasSize(1);
    }

    @Test
    void who_has_sent_a_reading_is_left_alone_until_the_billing_refuses_it() {
        var household = connected(account());
        readings.submit(household.id(), link(household), new Offer("M1", 28_176, null, true));

        reminders.send();
        assertThat(mailbox.of(household.login())).isEmpty();

        jdbc.sql("update reading set state = 'REFUSED' where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        reminders.send();
        assertThat(mailbox.of(household.login())).hasSize(1);
    }

    @Test
    void a_reading_of_last_month_s_days_does_not_count() {
        var account = account();
        var household = connected(account);
        jdbc.sql("""
                insert into reading (account_id, reading_id, meter_id, read_on, value, source, state, received_at)
                values (:account, :id, 'M1', date '2026-10-25', 27900, 'WEB', 'ACCEPTED', '2026-10-25T10:00:00Z')
                """)
                .param("account", account.id().value())
                .param("id", "R-" + account.number())
                .update();

        reminders.send();

        assertThat(mailbox.of(household.login())).hasSize(1);
    }

    @Test
    void without_a_meter_in_use_there_is_nothing_to_remind_of() {
        var none = connected(AnAccount.anAccount(jdbc));
        var expired = connected(account().verifiedUntil(LocalDate.of(2026, 11, 1)));
        var closed = connected(account().closed());

        reminders.send();

        assertThat(mailbox.of(none.login())).isEmpty();
        assertThat(mailbox.of(expired.login())).isEmpty();
        assertThat(mailbox.of(closed.login())).isEmpty();
    }

    @Test
    void where_the_supplier_takes_no_readings_in_basic_only_full_is_reminded() {
        supplier(_ -> ASupplier.flipped("readingsInBasic"));
        var basic = connected(account());
        var account = account();
        var full = connected(account);
        for (var table : new String[] {"account_link", "account_subscriber"}) {
            jdbc.sql("update " + table + " set level = 'FULL' where subscriber_id = :id")
                    .param("id", full.id().value())
                    .update();
        }

        reminders.send();

        assertThat(mailbox.of(basic.login())).isEmpty();
        assertThat(mailbox.of(full.login())).hasSize(1);
    }

    @Test
    void who_was_invited_to_look_only_is_not_reminded_of_a_reading() {
        var invited = connected(account());
        jdbc.sql("update account_subscriber set may_send = false where subscriber_id = :id")
                .param("id", invited.id().value())
                .update();

        reminders.send();

        assertThat(mailbox.of(invited.login())).isEmpty();
    }

    @Test
    void who_does_not_want_it_is_not_told() {
        var household = connected(account());
        wishes.keep(household.id(), EnumSet.of(Topic.VERIFICATION));

        reminders.send();

        assertThat(mailbox.of(household.login())).isEmpty();
    }

    @Test
    void who_has_withdrawn_the_consent_is_not_told() {
        var household = connected(account());
        jdbc.sql("update consent set withdrawn_at = signed_at where subscriber_id = :id")
                .param("id", household.id().value())
                .update();

        reminders.send();

        assertThat(mailbox.of(household.login())).isEmpty();
    }

    @Test
    void who_has_no_mail_gets_one_short_sms() {
        var phone = PhoneNetwork.freshPhone();
        var account = account();
        var subscriber = subscribers.open(Login.of(phone), Visitors.PASSWORD);
        linkAccount.link(subscriber, suppliers.get(account.supplier()), account.number());

        reminders.send();

        assertThat(mailbox.of(phone)).singleElement().satisfies(sms -> {
            assertThat(sms.body()).startsWith("Газ: передайте показания до 25\u00a0ноября");
            assertThat(sms.body()).hasSizeLessThanOrEqualTo(134);
        });
    }

    @Test
    void the_end_of_a_verification_is_told_two_months_and_two_weeks_before() {
        var household = connected(account().verifiedUntil(LocalDate.of(2027, 2, 1)));
        readings.submit(household.id(), link(household), new Offer("M1", 28_176, null, true));

        sendOn("2026-12-02", household, 0);
        sendOn("2026-12-03", household, 1);
        sendOn("2026-12-04", household, 1);
        wishes.keep(household.id(), EnumSet.of(Topic.VERIFICATION));
        sendOn("2027-01-17", household, 1);
        sendOn("2027-01-18", household, 2);
        sendOn("2027-01-19", household, 2);
        assertThat(mailbox.of(household.login()).getFirst().body()).contains("Осталось 14 дней");
    }

    @Test
    void more_than_a_page_of_people_are_all_told_and_a_run_that_was_killed_is_taken_up() {
        var people = 2 * DueReminders.A_PAGE + 3;
        var account = account();
        jdbc.sql("""
                with people as (
                    insert into subscriber (subscriber_id, login, registered_at, confirm_by, confirmed_at)
                    select gen_random_uuid(), 'page-' || n || '-' || :number || '@example.com', :now::timestamptz,
                           date '2026-12-31', :now::timestamptz
                    from generate_series(1, :people) n
                    returning subscriber_id),
                signed as (
                    insert into consent
                    select (jsonb_populate_record(c, jsonb_build_object('subscriber_id', p.subscriber_id))).*
                    from people p, consent c where c.subscriber_id = :somebody),
                linked as (
                    insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
                    select subscriber_id, :account, :supplier, :number, 'FULL', :now::timestamptz from people)
                insert into account_subscriber (account_id, subscriber_id, level, linked_at)
                select :account, subscriber_id, 'FULL', :now::timestamptz from people
                """)
                .param("account", account.id().value())
                .param("supplier", account.supplier().value())
                .param("number", account.number())
                .param("somebody", visitors.household().id().value())
                .param("people", people)
                .param("now", MORNING_OF_23RD.toString())
                .update();
        // What a killed run leaves: the marks of those that it had come to, each with its letter.
        jdbc.sql("""
                insert into reminder (account_id, subscriber_id, kind, about, told, dealt_at)
                select account_id, subscriber_id, 'READING', date '2026-11-25', true, linked_at
                from account_subscriber where account_id = :account
                order by subscriber_id limit 150
                """).param("account", account.id().value()).update();

        reminders.send();

        assertThat(jdbc.sql(
                                "select count(*) from outbox_message where recipient like 'page-%-' || :number || '@example.com'")
                        .param("number", account.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people - 150);
        assertThat(jdbc.sql("select count(*) from reminder where account_id = :account and told")
                        .param("account", account.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people);
    }

    @Test
    void one_who_cannot_be_told_keeps_no_other_waiting_and_is_tried_again() {
        var unlucky = connected(account());
        var lucky = connected(account());
        jdbc.sql("update subscriber set login = 'neither' where subscriber_id = :id")
                .param("id", unlucky.id().value())
                .update();

        reminders.send();
        assertThat(mailbox.of(lucky.login())).hasSize(1);
        assertThat(mailbox.of(unlucky.login())).isEmpty();

        jdbc.sql("update subscriber set login = :login where subscriber_id = :id")
                .param("id", unlucky.id().value())
                .param("login", unlucky.login())
                .update();
        reminders.send();
        assertThat(mailbox.of(unlucky.login())).hasSize(1);
        assertThat(mailbox.of(lucky.login())).hasSize(1);
    }

    @Test
    void whose_verification_ends_is_looked_up_in_the_morning_alone() {
        var household = connected(account().verifiedUntil(LocalDate.of(2027, 2, 1)));

        clock.set(Instant.parse("2026-12-20T08:00:00Z"));
        reminders.send();
        assertThat(mailbox.of(household.login())).isEmpty();

        sendOn("2026-12-21", household, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-10, Сегодня последний день.",
        "2027-03-11, Остался 1 день.",
        "2027-03-13, Осталось 3 дня.",
        "2027-03-31, Остался 21 день."
    })
    void the_days_that_are_left_are_told_in_their_right_form(LocalDate end, String words) {
        var household = connected(account().verifiedUntil(end));

        sendOn("2027-03-10", household, 1);

        assertThat(mailbox.of(household.login()).getFirst().body()).contains(words);
    }

    private void sendOn(String day, Visitors.Household household, int told) {
        clock.set(Instant.parse(day + "T07:30:00Z"));
        wishes.keep(household.id(), EnumSet.of(Topic.VERIFICATION));
        reminders.send();
        assertThat(mailbox.of(household.login())).as(day).hasSize(told);
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 27_927);
    }

    private Supplier supplier(UnaryOperator<Switches> changed) {
        return ASupplier.in(suppliers, jdbc, ASupplier.CODE, changed);
    }

    private Visitors.Household connected(AnAccount account) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        if (links.of(household.id()).isEmpty()) {
            connectClosed(household, account);
        }
        return household;
    }

    private void connectClosed(Visitors.Household household, AnAccount account) {
        jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
                select :subscriber, account_id, supplier, account_no, 'BASIC', as_of from account where account_id = :id
                """)
                .param("subscriber", household.id().value())
                .param("id", account.id().value())
                .update();
        jdbc.sql("""
                insert into account_subscriber (account_id, subscriber_id, level, linked_at)
                select account_id, :subscriber, 'BASIC', as_of from account where account_id = :id
                """)
                .param("subscriber", household.id().value())
                .param("id", account.id().value())
                .update();
    }

    private Link link(Visitors.Household household) {
        return links.of(household.id()).getFirst();
    }
}
