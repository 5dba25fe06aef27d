package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.audit.Caller;
import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.site.Busy;
import golubika.testing.Mailbox;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Guesses that nobody has judged, since too many stood at the door or another limit was used up, cost no tries.
@PortalTest
class UnjudgedTriesTest {

    private static final String HERE = "203.0.113.77";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Cabinets cabinets;

    @Autowired
    Credentials credentials;

    @Autowired
    Contacts contacts;

    @Autowired
    Consents consents;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Signatures signatures;

    @Autowired
    Postage postage;

    @Autowired
    KnownDevices devices;

    @Autowired
    RobotChecks robots;

    @Autowired
    FailedSignIns failures;

    @Autowired
    SignIn signIn;

    @Autowired
    Registrations registrations;

    @Autowired
    Limits limits;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Clock clock;

    private final Passwords full = new Passwords(new SimpleMeterRegistry(), 1, 1);
    private final Caller caller = new Caller(HERE, null);

    @BeforeEach
    void close() {
        full.destroy();
        limits.clear(EntranceLimits.PASSWORD_BY_NETWORK, network());
        limits.clear(EntranceLimits.REGISTRATION_BY_NETWORK, network());
        limits.clear(EntranceLimits.LETTER_BY_NETWORK, network());
    }

    @Test
    void signing_in_when_the_door_is_crowded_costs_nothing() {
        var household = visitors.household();
        var crowded = new SignIn(jdbc, full, contacts, consents, devices, robots, limits, failures);

        assertThatThrownBy(() -> crowded.signIn(household.login(), Visitors.PASSWORD, browser()))
                .isInstanceOf(Busy.class);

        assertThat(used(EntranceLimits.PASSWORD_BY_LOGIN, household.login() + ' ' + network()))
                .isZero();
        assertThat(used(EntranceLimits.PASSWORD_ANYWHERE, household.login())).isZero();
        assertThat(used(EntranceLimits.PASSWORD_BY_NETWORK, network())).isZero();
    }

    @Test
    void signing_in_from_a_network_that_has_used_up_its_tries_costs_the_login_none() {
        var household = visitors.household();
        drain(EntranceLimits.PASSWORD_BY_NETWORK, network());
        var outcome =
                signIn.signIn(household.login(), Visitors.PASSWORD, new SignIn.Browser(caller, List.of(), human()));

        assertThat(outcome).isInstanceOf(SignIn.Outcome.TooOften.class);
        assertThat(used(EntranceLimits.PASSWORD_BY_LOGIN, household.login() + ' ' + network()))
                .isZero();
        assertThat(used(EntranceLimits.PASSWORD_ANYWHERE, household.login())).isZero();
    }

    @Test
    void the_own_password_once_more_costs_nothing_when_the_door_is_crowded() {
        var household = visitors.household();

        assertThatThrownBy(() -> new OwnPassword(credentials, full, limits).check(household.id(), Visitors.PASSWORD))
                .isInstanceOf(Busy.class);

        assertThat(used(EntranceLimits.PASSWORD_CHANGE, household.id().toString()))
                .isZero();
    }

    @Test
    void a_followed_link_costs_nothing_when_the_door_is_crowded() {
        var login = Visitors.freshLogin();
        var attempt =
                ((Registrations.Outcome.Begun) registrations.register(Login.of(login), "berry7", caller)).attempt();
        var token = mailbox.of(login).getFirst().linkPath().replace("/confirm/", "");
        var links = new FollowedLinks(jdbc, confirmations, full, consents, limits);

        assertThatThrownBy(() -> links.confirm(token, "berry7", new FollowedLinks.Browser(null, "", HERE)))
                .isInstanceOf(Busy.class);

        assertThat(used(EntranceLimits.PASSWORD_BY_LINK, attempt.id().toString()))
                .isZero();
        assertThat(used(EntranceLimits.PASSWORD_BY_NETWORK, network())).isZero();
    }

    @Test
    void registering_when_the_door_is_crowded_takes_neither_tries_nor_postage() {
        var login = Login.of(Visitors.freshLogin());
        var crowded = new Registrations(transaction, cabinets, full, confirmations, signatures, postage, limits, clock);

        assertThatThrownBy(() -> crowded.register(login, "berry7", caller)).isInstanceOf(Busy.class);

        assertThat(used(EntranceLimits.REGISTRATION_BY_NETWORK, network())).isZero();
        assertThat(used(EntranceLimits.LETTER_BY_NETWORK, network())).isZero();
        assertThat(used(EntranceLimits.LETTER_BY_ADDRESS, login.value())).isZero();
    }

    @Test
    void registering_an_address_that_has_got_its_letters_costs_the_network_nothing() {
        var login = Login.of(Visitors.freshLogin());
        drain(EntranceLimits.LETTER_BY_ADDRESS, login.value());

        assertThat(registrations.register(login, "berry7", caller)).isInstanceOf(Registrations.Outcome.NotSent.class);

        assertThat(used(EntranceLimits.REGISTRATION_BY_NETWORK, network())).isZero();
        assertThat(used(EntranceLimits.LETTER_BY_NETWORK, network())).isZero();
    }

    private RobotChecks.Verdict human() {
        return new RobotChecks.Verdict.Human(
                UUID.randomUUID().toString(), clock.instant().plusSeconds(600));
    }

    private SignIn.Browser browser() {
        return new SignIn.Browser(caller, List.of(), new RobotChecks.Verdict.NotShown());
    }

    private void drain(Limit limit, String key) {
        IntStream.range(0, limit.size()).forEach(i -> limits.take(limit, key));
    }

    private int used(Limit limit, String key) {
        return limits.used(limit, key);
    }

    private static String network() {
        return Network.of(HERE).value();
    }
}
