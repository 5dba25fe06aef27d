package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.metering.ReminderRound;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
@Import(ReminderRound.class)
class ReadingByLinkTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    ReminderRound reminders;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    /// A household and the path of the link in its reminder.
    private record Reminded(Visitors.Household household, AnAccount account, String path) {}

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-11-24T08:00:00Z"));
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void opening_the_link_changes_nothing_and_names_nobody() {
        var reminded = reminded(oneMeter());

        for (var look = 0; look < 3; look++) {
            var page = visitors.guest().get(reminded.path());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.text())
                    .contains(
                            "Передать показания",
                            "ЛС …" + reminded.account.number().substring(1))
                    .doesNotContain(
                            "Клюквина",
                            "Лесная",
                            "00417385",
                            reminded.account.number() + "<",
                            reminded.account.id().toString());
        }
        assertThat(visitors.guest().head(reminded.path()).status()).isEqualTo(200);
        assertThat(values(reminded)).isEmpty();
    }

    @Test
    void a_reading_by_the_link_is_the_person_s_own() {
        var reminded = reminded(oneMeter());

        var answer = visitors.guest().post(reminded.path(), Map.of("now1", "28176"));

        assertThat(answer.location()).isEqualTo(reminded.path());
        assertThat(values(reminded)).containsExactly(28_176L);
        assertThat(jdbc.sql("select subscriber_id::text from reading where account_id = :account")
                        .param("account", reminded.account.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(reminded.household.id().toString());
        assertThat(visitors.signedIn(reminded.household)
                        .get("/accounts/" + reminded.account.id() + "/readings")
                        .text())
                .contains("Передано 24");
    }

    @Test
    void the_link_takes_one_reading_and_no_second() {
        var reminded = reminded(oneMeter());
        var guest = visitors.guest();
        guest.post(reminded.path(), Map.of("now1", "28176"));

        guest.post(reminded.path(), Map.of("now1", "28176"));
        assertThat(guest.post(reminded.path(), Map.of("now1", "28200")).text())
                .contains("Новое число не приняли", "Исправить его можно в личном кабинете");

        assertThat(values(reminded)).containsExactly(28_176L);
        assertThat(guest.get(reminded.path()).text())
                .contains("Показания переданы")
                .doesNotContain("name=\"now1\"");
    }

    @Test
    void of_two_meters_the_one_that_was_refused_stays_open() {
        var reminded = reminded(oneMeter().withMeter("M2", "55501", 5, 1_284));
        var guest = visitors.guest();

        var answer = guest.post(reminded.path(), Map.of("now1", "28176", "now2", "1000"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Меньше прошлого показания", "name=\"now2\"")
                .doesNotContain("name=\"now1\"");
        guest.post(reminded.path(), Map.of("now2", "1300"));
        assertThat(values(reminded)).containsExactly(28_176L, 1_300L);
    }

    @Test
    void a_meter_that_takes_none_keeps_the_other_from_nothing() {
        var reminded = reminded(oneMeter().withMeter("M2", "55501", 5, 1_284).meterIs("M2", "BROKEN"));

        visitors.guest().post(reminded.path(), Map.of("now1", "28176"));

        assertThat(visitors.guest().get(reminded.path()).text())
                .contains("Показания переданы")
                .doesNotContain("Сейчас показания не принимаются");
    }

    @Test
    void the_same_number_once_more_is_taken_however_it_is_written() {
        var reminded = reminded(AnAccount.anAccount(jdbc).withMeter("M1", "55501", 5, 1_200));
        var guest = visitors.guest();
        guest.post(reminded.path(), Map.of("now1", "01284"));

        assertThat(guest.post(reminded.path(), Map.of("now1", "01284")).status())
                .isEqualTo(302);
        assertThat(guest.post(reminded.path(), Map.of("now1", "01 284")).status())
                .isEqualTo(302);
        assertThat(values(reminded)).containsExactly(1_284L);
    }

    @Test
    void what_an_owner_sent_by_the_link_no_stranger_takes_back() {
        var reminded = reminded(oneMeter());
        for (var table : List.of("account_link", "account_subscriber")) {
            jdbc.sql("update " + table + " set level = 'FULL' where account_id = :account")
                    .param("account", reminded.account.id().value())
                    .update();
        }
        visitors.guest().post(reminded.path(), Map.of("now1", "28176"));
        var stranger = visitors.household();
        linkAccount.link(stranger.id(), suppliers.get(reminded.account.supplier()), reminded.account.number());

        assertThat(visitors.signedIn(stranger)
                        .post("/accounts/" + reminded.account.id() + "/readings", Map.of("now1", "28200"))
                        .status())
                .isEqualTo(422);
        assertThat(values(reminded)).containsExactly(28_176L);
    }

    @Test
    void it_asks_and_refuses_as_the_cabinet_does() {
        var reminded = reminded(oneMeter());
        var guest = visitors.guest();

        assertThat(guest.post(reminded.path(), Map.of("now1", "")).text()).contains("Введите показание");
        assertThat(guest.post(reminded.path(), Map.of("now1", "33000")).text()).contains("Сверьте число со счётчиком");
        assertThat(values(reminded)).isEmpty();
        guest.post(reminded.path(), Map.of("now1", "33000", "sure1", "33000"));
        assertThat(values(reminded)).containsExactly(33_000L);
    }

    @Test
    void the_price_is_shown_before_sending() {
        var reminded = reminded(oneMeter());

        assertThat(visitors.guest()
                        .post(reminded.path() + "/preview?meter=1", Map.of("now1", "28176"))
                        .text()
                        .replace('\u00a0', ' '))
                .contains("2 226,06 ₽");
        assertThat(values(reminded)).isEmpty();
    }

    @Test
    void a_link_of_one_account_is_of_no_use_for_another() {
        var mine = reminded(oneMeter());
        var other = reminded(oneMeter());

        visitors.guest()
                .post(
                        mine.path(),
                        Map.of("now1", "28176", "account", other.account.id().toString(), "meter", "M1"));

        assertThat(values(mine)).containsExactly(28_176L);
        assertThat(values(other)).isEmpty();
    }

    @Test
    void what_can_no_longer_be_sent_is_not_said_to_have_been() {
        var expired = reminded(oneMeter().verifiedUntil(LocalDate.of(2026, 11, 24)));
        var broken = reminded(oneMeter());
        broken.account.meterIs("M1", "BROKEN");

        clock.set(Instant.parse("2026-11-25T08:00:00Z"));

        assertThat(visitors.guest().get(expired.path()).text())
                .contains("Сейчас показания не принимаются", "Поверка счётчика закончилась")
                .doesNotContain("Показания переданы", "name=\"now1\"");
        assertThat(visitors.guest().get(broken.path()).text())
                .contains("Сейчас показания не принимаются", "снят или неисправен")
                .doesNotContain("Показания переданы");
    }

    @Test
    void what_a_household_has_proven_is_not_told_to_whoever_holds_the_link() {
        var reminded = reminded(oneMeter().charged(BillingMonth.of(2026, 10), 100, "8.94", 89_400));
        for (var table : List.of("account_link", "account_subscriber")) {
            jdbc.sql("update " + table + " set level = 'FULL' where subscriber_id = :id")
                    .param("id", reminded.household.id().value())
                    .update();
        }
        var guest = visitors.guest();
        assertThat(visitors.signedIn(reminded.household)
                        .post("/accounts/" + reminded.account.id() + "/readings", Map.of("now1", "28400"))
                        .text())
                .as("in the cabinet")
                .contains("обычно около");

        var looked = guest.post(reminded.path() + "/preview?meter=1", Map.of("now1", "28400"));
        var asked = guest.post(reminded.path(), Map.of("now1", "33000"));

        assertThat(looked.text() + asked.text()).contains("Сверьте число").doesNotContain("бычно");
        guest.post(reminded.path(), Map.of("now1", "28400"));
        assertThat(values(reminded)).containsExactly(28_400L);
    }

    @Test
    void the_link_dies_when_the_supplier_closes_the_account() {
        var reminded = reminded(oneMeter());

        reminded.account.closed();

        assertIsClosed(reminded);
    }

    @Test
    void who_leaves_and_connects_again_does_not_revive_the_link() {
        var reminded = reminded(oneMeter());

        visitors.signedIn(reminded.household).post("/accounts/" + reminded.account.id() + "/removal", Map.of());
        linkAccount.link(
                reminded.household.id(), suppliers.get(reminded.account.supplier()), reminded.account.number());

        assertIsClosed(reminded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from account_link where subscriber_id = :id",
                "update consent set withdrawn_at = signed_at where subscriber_id = :id",
                "update subscriber set removal_begun_at = registered_at where subscriber_id = :id",
                "delete from reading_pass where subscriber_id = :id",
            })
    void the_link_dies_with_what_it_rests_on(String end) {
        var reminded = reminded(oneMeter());

        jdbc.sql(end).param("id", reminded.household.id().value()).update();

        assertIsClosed(reminded);
    }

    @Test
    void the_link_dies_when_the_supplier_takes_readings_no_longer() {
        var reminded = reminded(oneMeter());

        ASupplier.in(suppliers, jdbc, ASupplier.CODE, _ -> ASupplier.flipped("readingsInBasic"));

        assertIsClosed(reminded);
    }

    @Test
    void the_link_dies_with_the_window_and_leads_to_no_other_month() {
        var reminded = reminded(oneMeter());

        clock.set(Instant.parse("2026-11-25T20:59:00Z"));
        assertThat(visitors.guest().get(reminded.path()).status()).isEqualTo(200);
        clock.set(Instant.parse("2026-11-25T21:00:00Z"));
        assertIsClosed(reminded);
    }

    @Test
    void an_invented_link_is_closed_in_the_same_words_and_guessing_ends_soon() {
        var guest = visitors.guest();
        assertThat(guest.get("/reading/AAAAAAAAAAAAAAAAAAAAAA").text()).contains("Ссылка больше не действует");

        for (var guess = 1; guess < 120; guess++) {
            guest.get("/reading/guess" + guess);
        }

        var answer = guest.get("/reading/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).contains("Слишком много запросов подряд");
    }

    private void assertIsClosed(Reminded reminded) {
        assertThat(visitors.guest().get(reminded.path()))
                .satisfies(page -> assertThat(page.status()).isEqualTo(410))
                .satisfies(page -> assertThat(page.text()).contains("Ссылка больше не действует"));
        assertThat(visitors.guest()
                        .post(reminded.path(), Map.of("now1", "28176"))
                        .status())
                .isEqualTo(410);
        assertThat(visitors.guest()
                        .post(reminded.path() + "/preview?meter=1", Map.of("now1", "28176"))
                        .status())
                .isEqualTo(404);
        assertThat(values(reminded)).isEmpty();
    }

    private Reminded reminded(AnAccount account) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        reminders.send();
        return new Reminded(
                household, account, mailbox.of(household.login()).getFirst().linkPath());
    }

    private AnAccount oneMeter() {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 27_927);
    }

    private List<Long> values(Reminded reminded) {
        return jdbc.sql(
                        "select value from reading where account_id = :account and state <> 'REPLACED' order by meter_id")
                .param("account", reminded.account.id().value())
                .query(Long.class)
                .list();
    }
}
