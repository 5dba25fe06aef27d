package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.subscribers.Login;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class GuessingTest {

    private static int networks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    OpenFull openFull;

    @Autowired
    Links links;

    @Autowired
    Holders holders;

    @Autowired
    EndLink ending;

    @Autowired
    Limits limits;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Pins pins;

    @Autowired
    MovableClock clock;

    private AnAccount account;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
        account = AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
    }

    @Test
    void the_holder_learns_of_failures_once_a_day_and_not_of_whom() {
        var vera = connected();
        guess(vera, "pin", "482915");
        var stranger = connected();

        guess(stranger, "pin", "000001");
        guess(connected(), "serial", "1");

        assertThat(mailbox.of(vera.login())).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains("пытался открыть", account.number());
            assertThat(letter.body())
                    .doesNotContain(stranger.login(), Login.of(stranger.login()).masked());
        });
        assertThat(visitors.signedIn(vera).get("/settings/history").text()).contains("пытался открыть полную версию");
        clock.pass(Duration.ofDays(1));
        guess(connected(), "pin", "000002");
        assertThat(mailbox.of(vera.login())).hasSize(2);
    }

    @Test
    void without_a_holder_nobody_is_told() {
        var stranger = connected();
        guess(stranger, "pin", "000001");

        assertThat(mailbox.of(stranger.login())).isEmpty();
    }

    @Test
    void the_holders_learn_of_another_one_and_how_to_end_it() {
        var vera = connected();
        guess(vera, "pin", "482915");
        var oleg = connected();

        guess(oleg, "serial", "00417385");

        assertThat(mailbox.of(vera.login())).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains("открыл ещё один человек");
            assertThat(letter.body()).contains(Login.of(oleg.login()).masked());
            assertThat(letter.linkPath()).isEqualTo("/accounts/" + account.id() + "/people");
        });
        assertThat(mailbox.of(oleg.login())).isEmpty();
    }

    @Test
    void an_owner_who_proves_it_once_more_changes_nothing_and_nobody_is_told() {
        var vera = connected();
        var oleg = connected();
        guess(vera, "pin", "482915");
        guess(oleg, "pin", "482915");
        var before = holders.find(account.id(), oleg.id());

        clock.pass(Duration.ofHours(1));
        assertThat(guess(oleg, "pin", "482915")).isEqualTo(Verdict.RIGHT);

        assertThat(holders.find(account.id(), oleg.id())).isEqualTo(before);
        assertThat(mailbox.of(vera.login())).hasSize(1);
    }

    @Test
    void who_comes_and_goes_by_the_number_alone_does_not_send_sms_without_end() {
        var code = new SupplierCode("full-at-once");
        ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("fullByDefault"));
        account = AnAccount.of(jdbc, code, account.number());
        connected();
        var visitor = connected();
        for (var again = 0; again < 4; again++) {
            ending.leave(visitor.id(), links.find(visitor.id(), account.id()).orElseThrow(), Caller.PORTAL);
            linkAccount.link(visitor.id(), suppliers.get(code), account.number());
        }

        assertThat(limits.take(AccountLimits.OPENED_TOLD, account.id().toString()))
                .isFalse();
    }

    @Test
    void a_crowd_from_many_networks_is_slowed_by_account_and_neither_other_ways_nor_who_was_there_before() {
        var before = connected();
        clock.pass(Proving.NEWCOMER);
        for (var guess = 0; guess < 50; guess++) {
            assertThat(guess(connected(), "pin", "%06d".formatted(guess))).isEqualTo(Verdict.WRONG);
        }

        var newcomer = connected();
        assertThat(guess(newcomer, "pin", "482915")).isEqualTo(Verdict.CROWDED);
        assertThat(guess(newcomer, "serial", "00417385")).isEqualTo(Verdict.RIGHT);
        assertThat(guess(before, "pin", "482915")).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_guess_that_the_crowd_has_kept_out_is_not_used_up() {
        for (var guess = 0; guess < 50; guess++) {
            guess(connected(), "pin", "%06d".formatted(guess));
        }
        var newcomer = connected();
        for (var guess = 0; guess < 7; guess++) {
            assertThat(guess(newcomer, "pin", "482915")).isEqualTo(Verdict.CROWDED);
        }

        clock.pass(Duration.ofMinutes(30));
        assertThat(guess(newcomer, "pin", "482915")).isEqualTo(Verdict.RIGHT);
    }

    private Household connected() {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return household;
    }

    /// From a network of its own.
    private Verdict guess(Household household, String kind, String typed) {
        networks++;
        var caller = new Caller("2001:db8:77:" + Integer.toHexString(networks) + "::1", null);
        var link = links.find(household.id(), account.id()).orElseThrow();
        return openFull.open(household.id(), link, kind, typed, caller);
    }
}
