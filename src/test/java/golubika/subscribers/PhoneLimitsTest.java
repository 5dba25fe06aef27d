package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PhoneNetwork;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What strangers and owners can make the portal send to a phone.
@PortalTest
@Import(PhoneNetwork.class)
class PhoneLimitsTest {

    private static final Caller CALLER = new Caller("203.0.113.99", null);

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Contacts contacts;

    @Autowired
    Removals removals;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String phone = PhoneNetwork.freshPhone();

    @Test
    void whoever_registers_a_phone_over_and_over_does_not_keep_its_owner_from_coming_back() {
        subscribers.open(Login.of(phone), Visitors.PASSWORD);
        for (var i = 0; i < 7; i++) {
            register(visitors.guest(), phone);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(register(visitors.guest(), phone).text()).contains("уже ушло несколько СМС");

        assertThat(recover(visitors.guest(), phone).location()).isEqualTo("/recover/sent");
        assertThat(mailbox.of(phone).getFirst().body()).contains("задайте новый пароль");
    }

    @Test
    void a_recovery_that_comes_too_soon_costs_nothing_and_speaks_of_the_phone() {
        var visitor = visitors.guest();
        assertThat(recover(visitor, phone).location()).isEqualTo("/recover/sent");

        assertThat(recover(visitor, phone).text()).contains("Следующее можно выслать через 1:00");
        assertThat(limits.used(EntranceLimits.RECOVERY_BY_PHONE, phone)).isEqualTo(1);
        assertThat(limits.used(
                        EntranceLimits.RECOVERY_BY_NETWORK,
                        Network.of(visitor.network()).value()))
                .isEqualTo(1);

        for (var i = 0; i < 2; i++) {
            clock.pass(Duration.ofMinutes(1));
            recover(visitor, phone);
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(recover(visitor, phone).text())
                .contains("На этот номер недавно ушло несколько СМС")
                .doesNotContain("Спам");
    }

    @Test
    void notices_by_sms_are_few_and_the_rest_go_to_the_mail_that_there_is() {
        var owner = new Subscriber(subscribers.open(Login.of(phone), Visitors.PASSWORD), phone);
        for (var i = 0; i < 7; i++) {
            askAndKeep(owner);
        }
        assertThat(mailbox.of(phone)).hasSize(Notices.NOTICE_BY_PHONE.size());
        assertThat(trail(owner)).isEqualTo(7);

        var mail = Visitors.freshLogin();
        contacts.keep(owner.id(), contacts.of(owner.id()).with(Login.of(mail)));
        askAndKeep(owner);
        assertThat(mailbox.of(phone)).hasSize(Notices.NOTICE_BY_PHONE.size());
        assertThat(mailbox.of(mail)).hasSize(1);

        clock.pass(Notices.NOTICE_BY_PHONE.refill());
        askAndKeep(owner);
        assertThat(mailbox.of(phone)).hasSize(Notices.NOTICE_BY_PHONE.size() + 1);
    }

    @Test
    void one_attempt_names_only_so_many_logins() {
        var visitor = visitors.guest();
        register(visitor, phone);

        for (var i = 0; i < EntranceLimits.CORRECTED_LOGIN.size(); i++) {
            assertThat(correct(visitor, PhoneNetwork.freshPhone()).location()).isEqualTo("/confirm?sent");
        }
        var unsent = PhoneNetwork.freshPhone();
        assertThat(correct(visitor, unsent).text()).contains("Слишком много исправлений за день");
        assertThat(mailbox.of(unsent)).isEmpty();
    }

    @Test
    void a_network_that_has_used_up_its_messages_reads_of_the_deed_it_wanted() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        var network = Network.of(visitor.network()).value();
        while (limits.take(EntranceLimits.LETTER_BY_NETWORK, network)) {
            assertThat(limits.used(EntranceLimits.LETTER_BY_NETWORK, network)).isPositive();
        }

        assertThat(visitor.post(
                                "/settings/contacts",
                                Map.of("contact", Visitors.freshLogin(), "password", Visitors.PASSWORD))
                        .text())
                .contains("слишком много")
                .doesNotContain("регистраций");
    }

    @Test
    void the_page_of_all_data_prints_the_phone_as_people_read_it() {
        subscribers.open(Login.of(phone), Visitors.PASSWORD);
        var visitor = visitors.guest();
        visitor.post("/login", Map.of("login", phone, "password", Visitors.PASSWORD));

        visitor.post("/export", Map.of());

        assertThat(visitor.get("/export").text())
                .contains("Сообщим на " + Login.of(phone).printed())
                .doesNotContain(phone);
    }

    private void askAndKeep(Subscriber owner) {
        removals.ask(owner, CALLER);
        assertThat(removals.keep(owner, CALLER)).isTrue();
    }

    private int trail(Subscriber owner) {
        return jdbc.sql("""
                select count(*) from audit_event
                where subscriber_id = :owner and kind = 'subscribers.audit.removal-asked'
                """)
                .param("owner", owner.id().value())
                .query(Integer.class)
                .single();
    }

    private static Visitor.Answer register(Visitor visitor, String login) {
        return checked(
                visitor,
                "/register",
                Map.of("login", login, "password", Visitors.PASSWORD, "password2", Visitors.PASSWORD));
    }

    private static Visitor.Answer recover(Visitor visitor, String login) {
        return checked(visitor, "/recover", Map.of("login", login));
    }

    private static Visitor.Answer correct(Visitor visitor, String login) {
        return visitor.post("/confirm/address", Map.of("login", login));
    }

    private static Visitor.Answer checked(Visitor visitor, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("solution", RobotSolver.solve(visitor));
        return visitor.post(path, form);
    }
}
